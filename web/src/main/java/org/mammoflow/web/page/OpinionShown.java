package org.mammoflow.web.page;

import org.mammoflow.finding.FindingView;

/**
 * A network's statement in words.
 *
 * @param statement what confirming agrees with and rejecting does not: the one sentence that the verdict is about
 */
public record OpinionShown(
        long findingId,
        BandMark band,
        boolean positive,
        String statement,
        String malignancy,
        String implant,
        boolean contradiction,
        NetworkMark network,
        String provider,
        String recordedAt) {

    static OpinionShown of(FindingView finding, Words words, Moments moments) {
        String malignancy = words.percent(finding.scores().malignancy());
        String operatingPoint = words.percent(finding.operatingPoint());
        return new OpinionShown(
                finding.id(),
                BandMark.of(finding.band(), words),
                finding.aiPositive(),
                words.of(finding.aiPositive() ? "finding.positive" : "finding.negative", operatingPoint),
                malignancy,
                words.percent(finding.scores().implant()),
                finding.implantContradiction(),
                NetworkMark.of(finding.network(), words),
                finding.evidence().provider(),
                moments.second(finding.recordedAt()));
    }
}
