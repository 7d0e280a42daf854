package org.mammoflow.finding;

import java.time.Instant;

/**
 * An image about which the active network and its shadow do not say the same. Names no patient.
 *
 * @param kind in what they differ
 * @param activeNetwork {@code name/version}; null where the active network has no opinion
 * @param activeMalignancy 0 to 1; null where the active network has no opinion
 * @param activeBand null where the active network has no opinion
 * @param shadowNetwork {@code name/version}
 * @param shadowMalignancy 0 to 1; null where the shadow has no opinion
 * @param shadowBand null where the shadow has no opinion
 * @param shadowReason why the shadow has no opinion; null where it has one
 */
public record Disagreement(
        Kind kind,
        String sopInstanceUid,
        String studyInstanceUid,
        String imageLaterality,
        String viewCode,
        String activeNetwork,
        Double activeMalignancy,
        String activeBand,
        String shadowNetwork,
        Double shadowMalignancy,
        String shadowBand,
        String shadowReason,
        Instant recordedAt) {

    /** The names are stored: never rename one. */
    public enum Kind {
        /** Positive against negative. */
        VERDICT,
        /** The same verdict in another band. */
        BAND,
        /** Only one of them has an opinion. */
        SILENCE
    }
}
