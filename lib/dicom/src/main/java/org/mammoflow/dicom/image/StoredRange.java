package org.mammoflow.dicom.image;

/** Lowest and highest stored value that a frame uses, padding left out. */
public record StoredRange(int lowest, int highest) {
    public StoredRange {
        if (highest < lowest) {
            throw new IllegalArgumentException("highest value below lowest");
        }
    }
}
