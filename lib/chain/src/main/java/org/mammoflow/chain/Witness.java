package org.mammoflow.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mammoflow.chain.ChainVerdict.Broken;

/** Compares passing rows with what is known from elsewhere, and notes where the clock was set back. */
final class Witness {

    // A clock that is corrected a little is no event.
    private static final Duration CORRECTION = Duration.ofSeconds(1);
    private static final int MOST_NOTED = 100;

    private final List<KnownRow> known;
    private final List<Long> clockSetBack = new ArrayList<>();
    private Optional<Broken> contradiction = Optional.empty();
    private Instant before = Instant.MIN;

    Witness(List<KnownRow> known) {
        this.known =
                known.stream().sorted(Comparator.comparingLong(KnownRow::seq)).toList();
    }

    void pass(AuditEntry row) {
        for (KnownRow one : known) {
            if (contradiction.isEmpty() && one.seq() == row.seq() && !one.hash().equals(row.hash())) {
                contradiction = Optional.of(new Broken(
                        row.seq(), "another row of this number is known: the trail was written anew or restored"));
            }
        }
        if (clockSetBack.size() < MOST_NOTED
                && row.recordedAt().plus(CORRECTION).isBefore(before)) {
            clockSetBack.add(row.seq());
        }
        before = row.recordedAt();
    }

    /** The verdict, unless a whole chain contradicts what is known. */
    ChainVerdict over(ChainVerdict verdict) {
        if (!(verdict instanceof ChainVerdict.Intact intact)) {
            return verdict;
        }
        return contradiction
                .or(() -> known.stream()
                        .filter(one -> one.seq() > intact.rows())
                        .findFirst()
                        .map(one -> new Broken(
                                intact.rows() + 1,
                                "chain ends at " + intact.rows() + ", but row " + one.seq()
                                        + " is known: the trail was cut or restored from before it")))
                .<ChainVerdict>map(broken -> broken)
                .orElse(verdict);
    }

    /** The numbers of the first hundred rows that say to be older than the row before them. */
    List<Long> clockSetBack() {
        return List.copyOf(clockSetBack);
    }
}
