package org.mammoflow.report;

/**
 * Images and whether the network has stated anything about them.
 *
 * @param received in the period
 * @param withFinding that have a finding
 * @param unsuitable that are not ones that the network may judge
 * @param failed that could not be judged although they should
 */
public record Silence(long received, long withFinding, long unsuitable, long failed) {

    /** No finding and no reason yet. */
    public long pending() {
        return received - withFinding - unsuitable - failed;
    }

    public Proportion noOpinion() {
        return new Proportion(unsuitable + failed, received);
    }

    public Proportion failure() {
        return new Proportion(failed, received);
    }
}
