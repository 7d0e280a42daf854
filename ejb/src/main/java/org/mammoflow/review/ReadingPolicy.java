package org.mammoflow.review;

import java.time.Duration;
import org.mammoflow.platform.Seen;

/**
 * How a site reads.
 *
 * @param readings 1, or 2 with the second reader blind to the first
 * @param finalAfter how long a signature can be taken back; nothing means that it is final at once; at most a day
 */
public record ReadingPolicy(ReadingMode mode, int readings, Arbitration arbitration, Duration finalAfter) {

    private static final Duration LONGEST = Duration.ofDays(1);

    public ReadingPolicy {
        if (readings < 1 || readings > 2) {
            throw new InvalidOpinion("a case is read once or twice");
        }
        if (finalAfter.isNegative() || finalAfter.compareTo(LONGEST) > 0) {
            throw new InvalidOpinion("a signature can be taken back for 0 seconds to one day");
        }
    }

    /** What an administrator sees with this, in words that can be read. */
    public Seen seen() {
        return new Seen(mode + "." + readings + "." + arbitration + "." + finalAfter.toSeconds());
    }
}
