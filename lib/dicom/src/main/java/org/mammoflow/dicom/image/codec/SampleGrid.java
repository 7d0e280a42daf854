package org.mammoflow.dicom.image.codec;

/**
 * What the data set promises about a frame: {@code rows × columns} samples of one grey component.
 *
 * @param bitsAllocated 8 or 16
 * @param bitsStored 1 to {@code bitsAllocated}
 * @param signed Pixel Representation 1: two's complement
 */
public record SampleGrid(int rows, int columns, int bitsAllocated, int bitsStored, boolean signed) {

    public int samples() {
        return Math.multiplyExact(rows, columns);
    }

    /** Refuses a codestream whose own header tells another image than the data set (PS3.5 section 8.2). */
    public void requireSame(int codedRows, int codedColumns, int codedComponents, int codedPrecision) {
        if (codedComponents != 1) {
            throw BadCodestream.contradiction("codestream has %d components, Samples per Pixel is 1", codedComponents);
        }
        if (codedRows != rows || codedColumns != columns) {
            throw BadCodestream.contradiction(
                    "codestream is %d rows x %d columns, data set says %d x %d",
                    codedRows, codedColumns, rows, columns);
        }
        // Wider than Bits Stored is common practice: encoders code all the bits of the allocated word.
        if (codedPrecision < bitsStored || codedPrecision > bitsAllocated) {
            throw BadCodestream.contradiction(
                    "codestream has %d bits per sample, Bits Stored is %d and Bits Allocated %d",
                    codedPrecision, bitsStored, bitsAllocated);
        }
    }

    /**
     * Refuses a codestream that gives samples a sign which the data set denies: cut to the stored bits, they would be other greys. The
     * contrary is common: an encoder takes the words of the data set for numbers without sign, and the decoded words, as those of JPEG
     * and JPEG-LS, which know no sign at all, are what the data set calls two's complement. gdcm and OpenJPEG read them so.
     */
    public void requireSign(boolean codedSign) {
        if (codedSign && !signed) {
            throw BadCodestream.contradiction("codestream has signed samples, Pixel Representation is 0");
        }
    }
}
