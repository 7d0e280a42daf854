package org.mammoflow.review;

/**
 * One case of a reading session as it stands now.
 *
 * @param place from 1 on, in the order of the worklist when the session began
 * @param reason why it was deferred; else empty
 */
public record SessionStep(int place, String studyInstanceUid, State state, String reason) {

    /** What became of the case. */
    public enum State {
        WAITING,
        /** Signed by the session's reader. */
        READ,
        /** Put off until the others are through. */
        SKIPPED,
        /** Put off for a reason, beyond this session. */
        DEFERRED,
        /** Read or held by somebody else meanwhile. */
        ELSEWHERE
    }

    boolean is(State wanted) {
        return state == wanted;
    }
}
