package org.mammoflow.finding;

import java.time.Instant;
import java.util.List;
import org.mammoflow.platform.Digest;

/**
 * A finding as the other rooms see it; the heat map is fetched on its own because it is shown only when asked for.
 *
 * @param band suspicion band: HIGH, MEDIUM or LOW, from the network's card
 * @param operatingPoint the malignancy from which on the network's card calls an image positive
 * @param aiPositive whether the malignancy reached the operating point
 * @param implantContradiction whether the predicted implant class contradicts Breast Implant Present (0028,1300)
 */
public record FindingView(
        long id,
        long instanceId,
        NetworkIdentity network,
        Scores scores,
        String band,
        double operatingPoint,
        boolean aiPositive,
        boolean implantContradiction,
        Evidence evidence,
        Instant recordedAt) {

    /** SHA-256 over what was stated, about which image, by which network: what its audit row is bound to. */
    public String digest() {
        return Digest.ofFields(List.of(
                Long.toString(id),
                Long.toString(instanceId),
                network.digest(),
                scores.toString(),
                band,
                Double.toString(operatingPoint),
                evidence.pixelDigest(),
                evidence.tensorDigest(),
                recordedAt.toString()));
    }
}
