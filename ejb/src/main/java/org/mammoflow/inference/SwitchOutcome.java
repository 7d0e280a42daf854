package org.mammoflow.inference;

/** What came of an administrator's wish to put a network into a seat. */
public sealed interface SwitchOutcome {

    /** Recorded; it waits for another administrator. */
    record Proposed(NetworkStep step) implements SwitchOutcome {}

    /** The same network waits for the same seat already: two open proposals could not be told apart. */
    record AlreadyProposed(NetworkStep standing) implements SwitchOutcome {}

    /** Recorded and in use. */
    record Switched(NetworkStep step) implements SwitchOutcome {}

    /** The proposal is off. */
    record Withdrawn(NetworkStep step) implements SwitchOutcome {}

    /** There is no such network, or its card cannot be read. */
    record UnknownNetwork(String network) implements SwitchOutcome {}

    /** No open proposal has this number: it never had, or somebody was faster. */
    record NotOpen(long proposal) implements SwitchOutcome {}

    /** Whoever proposes does not approve. */
    record NeedsAnother() implements SwitchOutcome {}

    /** Somebody else knows the approver's password, and could be both of the two. */
    record NeedsOwnPassword() implements SwitchOutcome {}

    /** There is nothing to go back to, or the way back has been gone already. */
    record NothingBefore(Seat seat) implements SwitchOutcome {}

    /** The network must not answer; what was in use stays in use. */
    record Refused(String fault) implements SwitchOutcome {}
}
