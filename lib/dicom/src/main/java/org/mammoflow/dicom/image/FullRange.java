package org.mammoflow.dicom.image;

/** Everything between the lowest and the highest value, for images that bring no transformation of their own. */
public record FullRange(double lowest, double highest) implements VoiTransformation {

    @Override
    public double brightness(double value) {
        if (highest <= lowest) {
            return value < lowest ? 0 : 1;
        }
        return Math.max(0, Math.min(1, (value - lowest) / (highest - lowest)));
    }

    @Override
    public String explanation() {
        return "";
    }
}
