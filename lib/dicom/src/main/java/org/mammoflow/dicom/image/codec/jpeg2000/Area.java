package org.mammoflow.dicom.image.codec.jpeg2000;

/** A rectangle of a grid; right and bottom are excluded. */
record Area(int left, int top, int right, int bottom) {

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    int size() {
        return Math.multiplyExact(width(), height());
    }

    boolean isEmpty() {
        return right <= left || bottom <= top;
    }

    /** The same region on a grid that is coarser by a power of two, rounded up (B.5). */
    Area reduced(int levels) {
        return new Area(
                ceilShift(left, levels), ceilShift(top, levels), ceilShift(right, levels), ceilShift(bottom, levels));
    }

    Area intersection(Area other) {
        return new Area(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }

    static int ceilShift(int value, int shift) {
        return (int) ((long) value + (1L << shift) - 1 >> shift);
    }
}
