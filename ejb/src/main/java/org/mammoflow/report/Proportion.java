package org.mammoflow.report;

/**
 * A share of some among all, with what chance allows for.
 *
 * @param of how many have the property
 * @param among how many there are; with none, share and interval are unknown (NaN)
 */
public record Proportion(long of, long among) {

    private static final double Z = 1.959963984540054;

    public boolean known() {
        return among > 0;
    }

    /** 0 to 1. */
    public double share() {
        return (double) of / among;
    }

    /** Lower end of the 95% interval after Wilson (1927), 0 to 1. */
    public double low() {
        return of == 0 && known() ? 0 : centre() - halfWidth();
    }

    /** Upper end of the 95% interval after Wilson (1927), 0 to 1. */
    public double high() {
        return of == among && known() ? 1 : centre() + halfWidth();
    }

    private double centre() {
        return (share() + Z * Z / (2 * among)) / (1 + Z * Z / among);
    }

    private double halfWidth() {
        double p = share();
        double n = among;
        return Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    }
}
