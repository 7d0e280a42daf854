package org.mammoflow.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;

/**
 * The worklist: urgent first, then by turn (suspicion band with ageing) or, for readers who may not know the band yet, by
 * waiting time. A page is one query along the index {@code reading_case_turn} or {@code reading_case_wait}.
 */
@Stateless
@RolesAllowed({Role.RADIOLOGIST, Role.AUDITOR})
public class Worklist {

    private static final int LARGEST_PAGE = 200;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Callers callers;

    @Inject
    Sights sights;

    @Inject
    Clock clock;

    /**
     * @param first how many cases to pass over
     * @param size how many to show, at most 200
     */
    public WorklistPage page(WorklistFilter filter, int first, int size) {
        Instant now = clock.instant();
        Condition condition = condition(filter, now);
        List<CaseSummary> cases = condition
                .bind(entityManager.createQuery(
                        "select c from ReadingCase c" + condition.where() + orderBy(filter, Direction.FORWARD),
                        ReadingCase.class))
                .setFirstResult(first)
                .setMaxResults(Math.min(size, LARGEST_PAGE))
                .getResultStream()
                .map(readingCase -> summary(readingCase, now))
                .toList();
        return new WorklistPage(cases, total(condition));
    }

    /**
     * The first cases of a list that the caller can read now, in its order.
     *
     * @param most how many, at most 200
     */
    public List<String> readable(WorklistFilter filter, int most) {
        Instant now = clock.instant();
        Condition condition = condition(filter, now);
        notHeldByOthers(condition, now);
        return condition
                .bind(entityManager.createQuery(
                        "select c from ReadingCase c" + condition.where() + orderBy(filter, Direction.FORWARD),
                        ReadingCase.class))
                .setMaxResults(LARGEST_PAGE)
                .getResultStream()
                .filter(readingCase -> readingCase.isOpenTo(callers.current(), now))
                .limit(most)
                .map(ReadingCase::studyInstanceUid)
                .toList();
    }

    /**
     * Where an opened case stands in the list that the reader came from. One that has left it, or was never in it, stands
     * before all: its own rank would pass over those that wait. Claims do not count, for opening a case claims it.
     */
    public Place place(WorklistFilter filter, CaseSummary opened) {
        Condition condition = ofAnyClaim(filter);
        condition.and("c.studyInstanceUid = :study", "study", opened.studyInstanceUid());
        return total(condition) > 0 ? opened.place() : Place.beforeAll(opened.studyInstanceUid());
    }

    /** The nearest case after a place that no other reader holds. */
    public Optional<CaseSummary> next(WorklistFilter filter, Place place) {
        return nearest(Direction.FORWARD, filter, place);
    }

    /** The nearest case before a place that no other reader holds. */
    public Optional<CaseSummary> previous(WorklistFilter filter, Place place) {
        return nearest(Direction.BACKWARD, filter, place);
    }

    private Optional<CaseSummary> nearest(Direction direction, WorklistFilter filter, Place place) {
        Instant now = clock.instant();
        Condition condition = condition(filter, now);
        notHeldByOthers(condition, now);
        // Not itself either, which may stand elsewhere by now.
        condition.and(
                direction.beyond(order()) + " and c.studyInstanceUid <> :place", "place", place.studyInstanceUid());
        condition.with("urgent", place.urgent());
        condition.with("since", order().momentOf(place));
        return condition
                .bind(entityManager.createQuery(
                        "select c from ReadingCase c" + condition.where() + orderBy(filter, direction),
                        ReadingCase.class))
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(readingCase -> summary(readingCase, now));
    }

    private void notHeldByOthers(Condition condition, Instant now) {
        condition.and("(c.claimedBy is null or c.claimedUntil < :at or c.claimedBy = :reader)", "at", now);
        condition.with("reader", callers.current().name());
    }

    // In a list of one state the state orders nothing; but H2 follows an index only where the order names its first
    // column.
    private String orderBy(WorklistFilter filter, Direction direction) {
        return " order by " + (filter.state().isPresent() ? "c.state, " : "") + direction.order(order());
    }

    /** What the list is ordered by for this caller. */
    public WorklistOrder order() {
        return sights.bandsShown() ? WorklistOrder.TURN : WorklistOrder.WAITING;
    }

    private CaseSummary summary(ReadingCase readingCase, Instant now) {
        CaseSummary summary = readingCase.summary(now);
        return sights.bandsShown() ? summary : summary.withBand(CaseBand.NOT_REVEALED);
    }

    private long total(Condition condition) {
        return condition
                .bind(entityManager.createQuery("select count(c) from ReadingCase c" + condition.where(), Long.class))
                .getSingleResult();
    }

    private Condition condition(WorklistFilter filter, Instant now) {
        Condition condition = ofAnyClaim(filter);
        if (filter.onlyMine()) {
            condition.and("c.claimedBy = :me", "me", callers.current().name());
        }
        if (filter.onlyUnclaimed()) {
            condition.and("(c.claimedBy is null or c.claimedUntil < :now)", "now", now);
        }
        return condition;
    }

    private Condition ofAnyClaim(WorklistFilter filter) {
        Condition condition = new Condition();
        filter.state().ifPresent(state -> condition.and("c.state = :state", "state", state));
        // Whoever reads before the network must not learn a band by asking for it.
        filter.band()
                .filter(band -> sights.bandsShown())
                .ifPresent(band -> condition.and("c.bandRank = :band", "band", (short) band.rank()));
        filter.patientId().ifPresent(id -> condition.and("c.patientId = :patient", "patient", id));
        filter.issuerOfPatientId()
                .ifPresent(issuer -> condition.and("c.issuerOfPatientId = :issuer", "issuer", issuer));
        filter.institutionName().ifPresent(site -> condition.and("c.institutionName = :site", "site", site));
        filter.accessionNumber().ifPresent(number -> condition.and("c.accessionNumber = :acc", "acc", number));
        filter.callingAeTitle().ifPresent(title -> condition.and("c.callingAeTitle = :ae", "ae", title));
        filter.studyDateFrom().ifPresent(from -> condition.and("c.studyDate >= :from", "from", from));
        filter.studyDateTo().ifPresent(to -> condition.and("c.studyDate <= :to", "to", to));
        if (filter.state().filter(CaseState.OPEN::equals).isPresent()
                && callers.current().is(Role.RADIOLOGIST)) {
            // The second reader is somebody else, and so is whoever reads a finished case anew.
            condition.and(
                    "(c.readingRound = 1 or :first not in (c.firstReader,"
                            + " case when c.readingRound > 2 then coalesce(c.secondReader, '') else '' end,"
                            + " case when c.readingRound > 3 then coalesce(c.arbiter, '') else '' end))",
                    "first",
                    callers.current().name());
        }
        return condition;
    }

    /** A where clause and its parameters, grown together. */
    private static final class Condition {

        private final List<String> clauses = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        void and(String clause, String parameter, Object value) {
            clauses.add(clause);
            with(parameter, value);
        }

        void with(String parameter, Object value) {
            parameters.put(parameter, value);
        }

        String where() {
            return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
        }

        <T> TypedQuery<T> bind(TypedQuery<T> query) {
            parameters.forEach(query::setParameter);
            return query;
        }
    }
}
