package org.mammoflow.dicom.image;

/** Stored values that fill the frame where there is no image (PS3.3 C.7.5.1.1.2), limits included; none when low is above high. */
public record PixelPadding(int low, int high) {
    public static final PixelPadding NONE = new PixelPadding(1, 0);

    public boolean contains(int value) {
        return value >= low && value <= high;
    }

    StoredRange range() {
        return low > high ? new StoredRange(0, 0) : new StoredRange(low, high);
    }
}
