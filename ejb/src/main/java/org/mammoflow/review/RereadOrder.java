package org.mammoflow.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mammoflow.platform.Period;

/**
 * Which agreed negatives an auditor wants another reader to see.
 *
 * @param seed the same seed draws the same cases from the same population
 * @param size 1 to 1,000; all when there are fewer
 * @param from first day (UTC) on which a finding of the case was recorded
 * @param to last day, included
 * @param recallCategories assessments by which a re-reader would have called the woman back
 */
public record RereadOrder(
        long seed, int size, Optional<LocalDate> from, Optional<LocalDate> to, List<String> recallCategories) {

    private static final int LARGEST = 1000;

    public RereadOrder {
        recallCategories = recallCategories.stream().distinct().sorted().toList();
        if (size < 1 || size > LARGEST) {
            throw new InvalidOpinion("a sample has 1 to 1,000 cases");
        }
        new Period(from, to).inOrder();
        if (recallCategories.isEmpty()) {
            throw new InvalidOpinion("a sample needs the categories that mean a recall");
        }
    }
}
