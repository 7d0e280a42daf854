package org.mammoflow.inference;

import org.mammoflow.finding.NewFinding;

/** How one attempt at a job ended. */
sealed interface Outcome {

    record Classified(NewFinding finding) implements Outcome {}

    /** The image is not one that the network may judge; another attempt would say the same. */
    record Unsuitable(String phase, String reason) implements Outcome {}

    /** Something went wrong that may go right another time. */
    record Failed(String phase, String reason) implements Outcome {}
}
