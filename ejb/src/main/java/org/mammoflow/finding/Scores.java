package org.mammoflow.finding;

/** The probabilities of the four classes (Subaar et al. 2024), each 0 to 1, together 1. */
public record Scores(
        double implantNegative, double implantPositive, double noImplantNegative, double noImplantPositive) {

    /** The probability of cancer, with or without implant. */
    public double malignancy() {
        return implantPositive + noImplantPositive;
    }

    /** The probability of an implant, with or without cancer. */
    public double implant() {
        return implantNegative + implantPositive;
    }
}
