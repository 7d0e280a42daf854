package org.mammoflow.report;

import java.time.LocalDate;
import java.util.Set;

/**
 * What became of an examination.
 *
 * @param basis {@code BIOPSY} or {@code FOLLOW_UP}
 * @param imageLaterality where the cancer was: {@code L}, {@code R}, {@code B}; empty when nobody said
 * @param breastDensity ACR BI-RADS composition, {@code A} to {@code D}; empty when nobody said
 * @param day of the biopsy, or until when nothing became known
 */
public record KnownOutcome(boolean cancer, String basis, String imageLaterality, String breastDensity, LocalDate day) {

    private static final Set<String> ONE_SIDE = Set.of("L", "R");

    public String word() {
        return cancer ? "CANCER" : "NO_CANCER";
    }

    /** Whether a statement about an image of this side can be about the cancer: only where both sides are known and differ, not. */
    boolean concerns(String sideOfImage) {
        return !ONE_SIDE.contains(imageLaterality)
                || !ONE_SIDE.contains(sideOfImage)
                || imageLaterality.equals(sideOfImage);
    }
}
