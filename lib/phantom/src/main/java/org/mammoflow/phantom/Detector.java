package org.mammoflow.phantom;

import java.util.List;

/**
 * A simulated detector with its image processing. The makers are invented.
 *
 * @param maker invented manufacturer
 * @param model invented model name
 * @param field size and pixel spacing
 * @param coding how grey is stored
 * @param response sharpness, noise and processing
 */
public record Detector(String maker, String model, Field field, Coding coding, Response response) {

    /** @param pixelSpacingMm side of a pixel at the detector, in mm */
    public record Field(int columns, int rows, double pixelSpacingMm) {

        double widthMm() {
            return columns * pixelSpacingMm;
        }

        double heightMm() {
            return rows * pixelSpacingMm;
        }
    }

    /**
     * @param bitsStored 10 to 16
     * @param monochrome1 the smallest value is white
     * @param voiFunction SIGMOID or LINEAR (PS3.3 C.11.2.1.3)
     * @param air share of the value range at which air lies, 0 to 1
     * @param white share of the value range at which the brightest tissue lies, 0 to 1
     * @param backgroundMasked air is replaced by the padding value, otherwise only the collimated border is
     */
    public record Coding(
            int bitsStored,
            boolean monochrome1,
            VoiFunction voiFunction,
            double air,
            double white,
            boolean backgroundMasked) {

        /** The largest value that can be stored. */
        public int largest() {
            return (1 << bitsStored) - 1;
        }

        /** Pixel Padding Value: black in either photometric interpretation. */
        public int padding() {
            return monochrome1 ? largest() : 0;
        }

        /** The stored value of a grey between 0 (air) and 1 (the brightest tissue), before rounding and clamping. */
        double stored(double grey) {
            double value = largest() * (air + (white - air) * grey);
            return monochrome1 ? largest() - value : value;
        }

        /** The centre of the recommended window. */
        public double windowCentre() {
            return Math.rint(stored(0.52));
        }

        /** The width of the recommended window. */
        public double windowWidth() {
            double greys = voiFunction == VoiFunction.SIGMOID ? 0.72 : 0.96;
            return Math.rint(largest() * (white - air) * greys);
        }
    }

    /** How a window turns stored values into grey. */
    public enum VoiFunction {
        LINEAR,
        SIGMOID
    }

    /**
     * @param noise standard deviation of a grey of 1 mm² in tissue of middle density, share of the range
     * @param blurMm width of the point spread function
     * @param equalisation how far the processing lifts the thin rim of the breast, 0 to 1
     */
    public record Response(double noise, double blurMm, double equalisation) {}

    /** 24 × 29 cm field, 12 bits, sigmoid window, masked background. */
    public static final Detector ALDER = new Detector(
            "PHANTOM ALDER",
            "Alder 70",
            new Field(3328, 4096, 0.070),
            new Coding(12, false, VoiFunction.SIGMOID, 0.08, 0.86, true),
            new Response(0.0011, 0.08, 0.70));

    /** 14 bits stored inverted, air visible with its noise. */
    public static final Detector BIRCH = new Detector(
            "PHANTOM BIRCH",
            "Birch 85",
            new Field(2560, 3328, 0.085),
            new Coding(14, true, VoiFunction.LINEAR, 0.05, 0.80, false),
            new Response(0.0015, 0.10, 0.55));

    /** 12 bits, linear window, masked background. */
    public static final Detector CEDAR = new Detector(
            "PHANTOM CEDAR",
            "Cedar FF",
            new Field(2560, 3328, 0.0755),
            new Coding(12, false, VoiFunction.LINEAR, 0.03, 0.92, true),
            new Response(0.0013, 0.07, 0.80));

    /** 16 bits stored, sigmoid window, air visible with its noise. */
    public static final Detector DOGWOOD = new Detector(
            "PHANTOM DOGWOOD",
            "Dogwood HD",
            new Field(3064, 4096, 0.0657),
            new Coding(16, false, VoiFunction.SIGMOID, 0.10, 0.75, false),
            new Response(0.0012, 0.06, 0.62));

    /** All simulated detectors. */
    public static final List<Detector> ALL = List.of(ALDER, BIRCH, CEDAR, DOGWOOD);

    /**
     * The same detector with larger and fewer pixels; noise falls as it would by averaging.
     *
     * @param scale above 0 to 1, for example 0.25 for a quarter of the columns and rows
     */
    public Detector scaled(double scale) {
        if (!(scale > 0 && scale <= 1)) {
            throw new IllegalArgumentException("scale must be above 0 and at most 1, not " + scale);
        }
        Field smaller = new Field(
                (int) Math.round(field.columns * scale),
                (int) Math.round(field.rows * scale),
                field.pixelSpacingMm / scale);
        return new Detector(maker, model, smaller, coding, response);
    }
}
