package org.mammoflow.dicom.image.codec.jpeg;

import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.ByteCursor;

/** Frame header (ISO/IEC 10918-1 B.2.2) of an image with one component. */
record FrameHeader(
        Process process, int precision, int rows, int columns, int components, int component, int quantization) {

    static FrameHeader read(int marker, ByteCursor segment) {
        Process process = process(marker);
        int precision = segment.u8();
        int rows = segment.u16();
        int columns = segment.u16();
        int components = segment.u8();
        int component = segment.u8();
        segment.u8(); // sampling factors mean nothing with one component
        int quantization = segment.u8() & 3;
        requirePrecision(process, precision);
        return new FrameHeader(process, precision, rows, columns, components, component, quantization);
    }

    private static Process process(int marker) {
        return switch (marker) {
            case Marker.SOF0 -> Process.BASELINE;
            case Marker.SOF1 -> Process.EXTENDED;
            case Marker.SOF3 -> Process.LOSSLESS;
            default -> throw BadCodestream.unsupported("JPEG process SOF%d is not supported", marker & 0xF);
        };
    }

    private static void requirePrecision(Process process, int precision) {
        boolean legal = switch (process) {
            case BASELINE -> precision == 8;
            case EXTENDED -> precision == 8 || precision == 12;
            case LOSSLESS -> precision >= 2 && precision <= 16;
        };
        if (!legal) {
            throw BadCodestream.broken("JPEG precision %d is not allowed in process %s", precision, process);
        }
    }
}
