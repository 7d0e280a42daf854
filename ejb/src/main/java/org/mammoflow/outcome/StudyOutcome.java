package org.mammoflow.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mammoflow.platform.Digest;

/**
 * What became of one examination.
 *
 * @param cancer whether it showed a cancer, as known on the day of the outcome
 * @param imageLaterality where: {@code L}, {@code R}, {@code B} for both; empty when nobody said, and without cancer
 * @param breastDensity ACR BI-RADS composition, {@code A} to {@code D}; empty when nobody said
 * @param outcomeDate of the biopsy, or until when nothing became known
 */
record StudyOutcome(
        String studyInstanceUid,
        boolean cancer,
        Basis basis,
        String imageLaterality,
        String breastDensity,
        LocalDate outcomeDate) {

    String digest() {
        List<String> fields = new ArrayList<>(List.of(
                studyInstanceUid, Boolean.toString(cancer), basis.name(), imageLaterality, outcomeDate.toString()));
        // Rows from before there was a density keep their digests.
        if (!breastDensity.isEmpty()) {
            fields.add(breastDensity);
        }
        return Digest.ofFields(fields);
    }
}
