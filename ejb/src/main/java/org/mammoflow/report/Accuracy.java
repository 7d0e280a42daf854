package org.mammoflow.report;

/**
 * What was said about examinations against what became of them.
 *
 * @param silent examinations with a known outcome about which nothing final was said
 */
public record Accuracy(long truePositive, long falseNegative, long trueNegative, long falsePositive, long silent) {

    static final Accuracy NONE = new Accuracy(0, 0, 0, 0, 0);

    /** What was said about one examination as a whole. */
    enum Said {
        POSITIVE,
        NEGATIVE,
        NOTHING
    }

    /** Among examinations with cancer, the share that was called positive. */
    public Proportion sensitivity() {
        return new Proportion(truePositive, truePositive + falseNegative);
    }

    /** Among examinations without cancer, the share that was called negative. */
    public Proportion specificity() {
        return new Proportion(trueNegative, trueNegative + falsePositive);
    }

    Accuracy plus(boolean cancer, Said said, long more) {
        return plus(
                switch (said) {
                    case POSITIVE -> cancer ? new Accuracy(more, 0, 0, 0, 0) : new Accuracy(0, 0, 0, more, 0);
                    case NEGATIVE -> cancer ? new Accuracy(0, more, 0, 0, 0) : new Accuracy(0, 0, more, 0, 0);
                    case NOTHING -> new Accuracy(0, 0, 0, 0, more);
                });
    }

    Accuracy plus(Accuracy other) {
        return new Accuracy(
                truePositive + other.truePositive,
                falseNegative + other.falseNegative,
                trueNegative + other.trueNegative,
                falsePositive + other.falsePositive,
                silent + other.silent);
    }
}
