package org.mammoflow.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mammoflow.review.SessionStep.State;

/**
 * A reading session as it stands now: how far it is and what comes next.
 *
 * @param steps in their order
 */
public record SessionView(long id, Instant startedAt, List<SessionStep> steps) {

    public int size() {
        return steps.size();
    }

    public long count(State state) {
        return steps.stream().filter(step -> step.is(state)).count();
    }

    /** The step of a study, when it belongs to this session. */
    public Optional<SessionStep> of(String studyInstanceUid) {
        return steps.stream()
                .filter(step -> step.studyInstanceUid().equals(studyInstanceUid))
                .findFirst();
    }

    /** What is to be read first, or goes on from where the reader stopped; nothing when all is done. */
    public Optional<String> first() {
        return firstOf(steps.stream());
    }

    /**
     * What follows a case: the next waiting one behind it, else a waiting one that was passed over, else what was skipped,
     * from the first on. Nothing when all else is done.
     */
    public Optional<String> after(String studyInstanceUid) {
        int place = of(studyInstanceUid).map(SessionStep::place).orElse(0);
        Stream<SessionStep> behind = steps.stream().filter(step -> step.place() > place);
        Stream<SessionStep> before = steps.stream().filter(step -> step.place() < place);
        return firstOf(Stream.concat(behind, before));
    }

    /** The case before this one, whatever became of it: a reader may look back. */
    public Optional<String> before(String studyInstanceUid) {
        int place = of(studyInstanceUid).map(SessionStep::place).orElse(0);
        return steps.stream()
                .filter(step -> step.place() == place - 1)
                .map(SessionStep::studyInstanceUid)
                .findFirst();
    }

    private static Optional<String> firstOf(Stream<SessionStep> candidates) {
        List<SessionStep> inOrder = candidates.toList();
        return Stream.of(State.WAITING, State.SKIPPED)
                .flatMap(state -> inOrder.stream().filter(step -> step.is(state)))
                .map(SessionStep::studyInstanceUid)
                .findFirst();
    }
}
