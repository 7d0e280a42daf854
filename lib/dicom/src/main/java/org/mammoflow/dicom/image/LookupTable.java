package org.mammoflow.dicom.image;

/**
 * A look-up table (PS3.3 C.11.1.1 and C.11.2.1.1). Values below the first mapped one get the first entry, values beyond the last one
 * the last entry.
 */
final class LookupTable {
    private final int firstMapped;
    private final char[] entries;
    private final int highest;

    /**
     * @param bits of the descriptor's third value; entries above what it allows raise the scale instead of being cut, so that a wrong
     *     descriptor never turns white into black
     */
    LookupTable(int firstMapped, char[] entries, int bits) {
        this.firstMapped = firstMapped;
        this.entries = entries;
        int declared = bits >= 1 && bits <= 16 ? (1 << bits) - 1 : 0;
        int greatest = 0;
        for (char entry : entries) {
            greatest = Math.max(greatest, entry);
        }
        highest = Math.max(1, Math.max(declared, greatest));
    }

    char entry(double value) {
        double index = Math.floor(value) - firstMapped;
        return entries[(int) Math.max(0, Math.min(entries.length - 1, index))];
    }

    double share(double value) {
        return (double) entry(value) / highest;
    }
}
