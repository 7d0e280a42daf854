package org.mammoflow.review;

import java.util.Optional;
import org.mammoflow.finding.FindingView;
import org.mammoflow.finding.NoOpinionView;
import org.mammoflow.instance.Instance;

/**
 * One image of a case.
 *
 * @param finding what the network stated, if it did
 * @param noOpinion why it stated nothing; empty with a finding, and while the image waits
 * @param review the decision that counts
 */
public record ImageView(
        Instance instance,
        Optional<FindingView> finding,
        Optional<NoOpinionView> noOpinion,
        Optional<ReviewView> review) {}
