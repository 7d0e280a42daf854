package org.mammoflow.report;

import java.time.Instant;

/**
 * What a re-read sample of agreed negatives has come to.
 *
 * @param population agreed negatives that it was drawn from
 * @param read cases whose re-reading is signed
 * @param recalled of these, assessed with a category that means a recall
 * @param cancers of those read, examinations with cancer as far as outcomes are known
 * @param cancersRecalled of these, recalled
 */
public record RereadResult(
        long sampleId,
        long seed,
        int population,
        int drawn,
        Instant drawnAt,
        long read,
        long recalled,
        long cancers,
        long cancersRecalled) {

    /** Among the cases that were read anew, the share that the other reader would have recalled. */
    public Proportion recalledShare() {
        return new Proportion(recalled, read);
    }
}
