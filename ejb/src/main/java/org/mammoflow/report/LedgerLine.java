package org.mammoflow.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the images that one modality sent on one day of the site. Each image is in exactly one place:
 * {@code received = lost + waiting + unsuitable + failed + conflicting + withFinding} and {@code withFinding = unclaimed + claimed +
 * decided}.
 *
 * @param lost without finding, reason or job that could still bring one: must be 0
 * @param waiting for the network, or in work
 * @param unsuitable with the reason why the network may not judge it
 * @param failed parked, with the reason
 * @param conflicting came with other content under a known SOP Instance UID: kept, not analysed
 * @param unclaimed has a finding that no reader works on
 * @param claimed has a finding that somebody works on
 * @param decided has a verdict that counts
 * @param exported decided, and so in the last export of all findings
 * @param claimants who hold the claimed ones
 */
public record LedgerLine(
        String modality,
        LocalDate day,
        long received,
        long lost,
        long waiting,
        long unsuitable,
        long failed,
        long conflicting,
        long withFinding,
        long unclaimed,
        long claimed,
        long decided,
        long exported,
        String claimants) {

    /** Where an image has stopped on its way. */
    public enum Stop {
        LOST,
        WAITING,
        FAILED,
        IN_CONFLICT,
        UNCLAIMED,
        UNDECIDED,
        UNEXPORTED
    }

    /** Who is to close a gap; a claimed case belongs to those who claimed it. */
    public enum Owner {
        ADMINISTRATOR,
        READERS,
        CLAIMANTS,
        AUDITOR
    }

    /** Images that have not gone on, and whose turn it is. */
    public record Gap(Stop stop, long images, Owner owner) {}

    /** What is still to be done; empty when everything has reached its end. */
    public List<Gap> gaps() {
        return Stream.of(
                        new Gap(Stop.LOST, lost, Owner.ADMINISTRATOR),
                        new Gap(Stop.WAITING, waiting, Owner.ADMINISTRATOR),
                        new Gap(Stop.FAILED, failed, Owner.ADMINISTRATOR),
                        new Gap(Stop.IN_CONFLICT, conflicting, Owner.ADMINISTRATOR),
                        new Gap(Stop.UNCLAIMED, unclaimed, Owner.READERS),
                        new Gap(Stop.UNDECIDED, claimed, Owner.CLAIMANTS),
                        new Gap(Stop.UNEXPORTED, decided - exported, Owner.AUDITOR))
                .filter(gap -> gap.images() > 0)
                .toList();
    }
}
