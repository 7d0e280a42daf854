package org.mammoflow.dicom.image.codec;

/**
 * What the data set promises about a frame: {@code rows × columns} samples of one grey component.
 *
 * @param bitsAllocated 8 or 16
 * @param bitsStored 1 to {@code bitsAllocated}
 */
public record SampleGrid(int rows, int columns, int bitsAllocated, int bitsStored) {

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
}
