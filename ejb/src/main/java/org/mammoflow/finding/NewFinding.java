package org.mammoflow.finding;

/** All that a network states about one image. */
public record NewFinding(
        long instanceId,
        NetworkIdentity network,
        Scores scores,
        String band,
        double operatingPoint,
        boolean implantContradiction,
        Saliency heatMap,
        Evidence evidence) {}
