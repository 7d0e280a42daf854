package org.mammoflow.dicom.image;

/** From stored values to the modality's values (PS3.3 C.11.1). */
public sealed interface ModalityTransformation {

    double apply(int stored);

    /** Rescale Slope and Intercept; slope 1 and intercept 0, as mammography requires, change nothing. */
    record Rescale(double slope, double intercept) implements ModalityTransformation {
        static final Rescale IDENTITY = new Rescale(1, 0);

        @Override
        public double apply(int stored) {
            return slope * stored + intercept;
        }
    }

    /** A Modality LUT Sequence. */
    final class Lut implements ModalityTransformation {
        private final LookupTable table;

        Lut(LookupTable table) {
            this.table = table;
        }

        @Override
        public double apply(int stored) {
            return table.entry(stored);
        }
    }
}
