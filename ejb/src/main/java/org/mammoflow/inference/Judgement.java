package org.mammoflow.inference;

import java.util.Optional;
import org.mammoflow.finding.ShadowStatement;

/**
 * What came of one attempt at an image.
 *
 * @param outcome the active network's
 * @param shadow what the shadow states; nothing when there is none, or the attempt failed and is made again
 */
record Judgement(Outcome outcome, Optional<ShadowStatement> shadow) {}
