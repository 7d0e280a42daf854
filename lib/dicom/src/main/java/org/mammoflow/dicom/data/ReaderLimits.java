package org.mammoflow.dicom.data;

/**
 * How much of a data set is taken in before it is refused.
 *
 * @param nesting how deep sequences may nest
 * @param elements data elements in all, nested ones included
 * @param items sequence items and fragments in all
 * @param valueInMemory bytes of the largest value that is loaded; longer ones become {@link BulkData}
 * @param bytesInMemory bytes of all loaded values together
 * @param inflationRatio how many times larger than its file a deflated data set may become, beyond its first
 *     {@value #INFLATION_ALLOWANCE} bytes
 */
public record ReaderLimits(
        int nesting, int elements, int items, int valueInMemory, long bytesInMemory, int inflationRatio) {

    static final int INFLATION_ALLOWANCE = 16 * 1024 * 1024;

    /** For objects of breast imaging, tomosynthesis included. */
    public static final ReaderLimits STANDARD =
            new ReaderLimits(64, 200_000, 50_000, 256 * 1024, 16 * 1024 * 1024, 100);
}
