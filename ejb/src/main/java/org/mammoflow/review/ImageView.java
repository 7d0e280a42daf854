package org.mammoflow.review;

import java.util.List;
import java.util.Optional;
import org.mammoflow.finding.FindingView;
import org.mammoflow.finding.NoOpinionView;
import org.mammoflow.instance.Instance;

/**
 * One image of a case, as far as the caller may see it.
 *
 * @param finding what the network stated, if it did and if it is revealed
 * @param noOpinion why it stated nothing; empty with a finding, and while the image waits
 * @param review the decision of the reading that the caller looks at
 * @param readings one decision of each reading that the caller may see, the first reading first
 * @param hidden whether there may be a statement of the network that is not revealed yet
 */
public record ImageView(
        Instance instance,
        Optional<FindingView> finding,
        Optional<NoOpinionView> noOpinion,
        Optional<ReviewView> review,
        List<ReviewView> readings,
        boolean hidden) {}
