package org.mammoflow.review;

import java.util.Optional;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Role;

/**
 * Who reads one case: a name for each round that was begun, and whose turn the present one is. Nobody reads a case twice, and
 * nobody settles a difference of their own.
 *
 * @param round the present one: 1, 2, arbitration or re-reading
 * @param wanted how many readings the case gets before arbitration
 */
record Readers(int round, int wanted, String first, String second, String arbiter, String rereader) {

    /** Whoever has begun the present round. */
    Optional<String> ofThisRound() {
        return Optional.ofNullable(
                switch (round) {
                    case 1 -> first;
                    case 2 -> second;
                    case ReadingCase.ARBITRATION -> arbiter;
                    default -> rereader;
                });
    }

    /** Whether the caller has signed a round before the present one. */
    boolean haveHad(Caller caller) {
        return round > 1 && caller.name().equals(first)
                || round > 2 && caller.name().equals(second)
                || round > ReadingCase.ARBITRATION && caller.name().equals(arbiter);
    }

    /** The round that this caller did or would do. */
    int roundOf(Caller caller) {
        return caller.name().equals(first) ? 1 : caller.name().equals(second) ? 2 : round;
    }

    /** Why the caller cannot be one of them now; nothing when they can. */
    Optional<Refusal.Why> refusalOf(Caller caller) {
        if (round == ReadingCase.ARBITRATION && !caller.is(Role.ARBITER)) {
            return Optional.of(Refusal.Why.FOR_ARBITERS);
        }
        if (haveHad(caller)) {
            return Optional.of(Refusal.Why.OWN_CASE);
        }
        return ofThisRound()
                .filter(reader -> areBlind() && !reader.equals(caller.name()))
                .map(reader -> Refusal.Why.BEGUN_BY_ANOTHER);
    }

    /** Whether each reading has one reader of its own. */
    private boolean areBlind() {
        return wanted > 1 || round >= ReadingCase.ARBITRATION;
    }
}
