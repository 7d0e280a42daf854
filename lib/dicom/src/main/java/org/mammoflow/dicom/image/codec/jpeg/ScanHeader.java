package org.mammoflow.dicom.image.codec.jpeg;

import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.ByteCursor;

/**
 * Scan header (ISO/IEC 10918-1 B.2.3) of the only component.
 *
 * @param predictor Ss: predictor selection value 1 to 7 of a lossless scan, 0 of a sequential one
 * @param pointTransform Al: the samples were shifted right by so many bits before coding
 */
record ScanHeader(int dcTable, int acTable, int predictor, int pointTransform) {

    static ScanHeader read(ByteCursor segment, FrameHeader frame) {
        int components = segment.u8();
        int component = segment.u8();
        int selectors = segment.u8();
        int spectralStart = segment.u8();
        int spectralEnd = segment.u8();
        int approximation = segment.u8();
        if (components != 1 || component != frame.component()) {
            throw BadCodestream.broken("JPEG scan is not of the frame's only component");
        }
        ScanHeader scan = new ScanHeader(selectors >> 4 & 3, selectors & 3, spectralStart, approximation & 0xF);
        scan.check(frame, spectralEnd);
        return scan;
    }

    private void check(FrameHeader frame, int spectralEnd) {
        boolean lossless = frame.process() == Process.LOSSLESS;
        boolean legal = lossless
                ? predictor >= 1 && predictor <= 7 && pointTransform < frame.precision()
                : predictor == 0 && spectralEnd == 63 && pointTransform == 0;
        if (!legal) {
            throw BadCodestream.broken(
                    "JPEG scan parameters Ss %d, Se %d, Al %d are not allowed in process %s",
                    predictor, spectralEnd, pointTransform, frame.process());
        }
    }
}
