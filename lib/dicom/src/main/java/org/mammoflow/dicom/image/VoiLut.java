package org.mammoflow.dicom.image;

/** One item of a VOI LUT Sequence (PS3.3 C.11.2.1.1). */
public final class VoiLut implements VoiTransformation {
    private final LookupTable table;
    private final String explanation;

    VoiLut(LookupTable table, String explanation) {
        this.table = table;
        this.explanation = explanation;
    }

    @Override
    public double brightness(double value) {
        return table.share(value);
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
