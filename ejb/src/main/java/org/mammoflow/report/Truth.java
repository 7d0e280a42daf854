package org.mammoflow.report;

import java.util.List;

/**
 * Accuracy where outcomes are known, by network. Counted is each examination that a network judged: positive when it called
 * an image positive, negative otherwise. Where the cancer's side is known, only statements about that side call it
 * positive: a mark on the healthy breast finds no cancer.
 */
public record Truth(List<TruthLine> networks) {

    static final Truth UNKNOWN = new Truth(List.of());

    /** Over all networks; an examination that two of them judged counts for each. */
    public TruthLine overall() {
        return networks.stream()
                .reduce(
                        new TruthLine("", Accuracy.NONE, Accuracy.NONE),
                        (sum, line) -> new TruthLine(
                                "",
                                sum.networkItself().plus(line.networkItself()),
                                sum.readers().plus(line.readers())));
    }

    public boolean isKnown() {
        return !networks.isEmpty();
    }
}
