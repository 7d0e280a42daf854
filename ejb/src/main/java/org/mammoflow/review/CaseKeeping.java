package org.mammoflow.review;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mammoflow.finding.FindingView;
import org.mammoflow.finding.Findings;
import org.mammoflow.finding.OpinionFormed;
import org.mammoflow.instance.Instance;
import org.mammoflow.instance.Instances;

/** Keeps the worklist's row of a study in step with its findings and reviews, in the transaction of each change. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class CaseKeeping {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Instances instances;

    @Inject
    Findings findings;

    @Inject
    Event<WorklistChanged> changes;

    public void on(@Observes OpinionFormed opinion) {
        Instance instance = instances.get(opinion.instanceId());
        openIfNew(instance);
        recount(locked(instance.studyInstanceUid()).orElseThrow());
    }

    /** The case of a study, locked until commit, so that counts and claims have one order. */
    public Optional<ReadingCase> locked(String studyInstanceUid) {
        return entityManager
                .createQuery("select c from ReadingCase c where c.studyInstanceUid = :uid", ReadingCase.class)
                .setParameter("uid", studyInstanceUid)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The studies that a reader has claimed, leases that ran out included. */
    public List<String> heldBy(String reader) {
        return entityManager
                .createQuery("select c.studyInstanceUid from ReadingCase c where c.claimedBy = :reader", String.class)
                .setParameter("reader", reader)
                .getResultList();
    }

    /** Counts anew what is left to do in a case. */
    public void recount(ReadingCase readingCase) {
        List<Long> images = instances.ofStudy(readingCase.studyInstanceUid()).stream()
                .map(Instance::id)
                .toList();
        List<FindingView> statements = findings.ofInstances(images);
        Map<Long, ReviewView> reviews =
                standing(statements.stream().map(FindingView::id).toList(), readingCase.round());
        List<FindingView> open = statements.stream()
                .filter(finding -> !reviews.containsKey(finding.id()))
                .toList();
        // What is decided was not without opinion: such a case keeps the band of its findings.
        int band = highestBand(open.isEmpty() ? statements : open);
        readingCase.count(new CaseCount(open.size(), reviews.size(), withoutOpinion(images, statements), band));
        changes.fire(new WorklistChanged(readingCase.studyInstanceUid()));
    }

    /** What was decided about each of these findings in one reading; what was withdrawn is not in it. */
    public Map<Long, ReviewView> standing(List<Long> findingIds, int round) {
        return entityManager
                .createQuery(
                        "select r from Review r where r.findingId in :ids and r.readingRound = :round and r.revision ="
                                + " (select max(s.revision) from Review s where s.findingId = r.findingId"
                                + " and s.readingRound = :round)",
                        Review.class)
                .setParameter("ids", findingIds)
                .setParameter("round", (short) round)
                .getResultStream()
                .map(Review::view)
                .filter(review -> review.verdict().isOpinion())
                .collect(Collectors.toMap(ReviewView::findingId, Function.identity()));
    }

    private int withoutOpinion(List<Long> images, List<FindingView> statements) {
        List<Long> found = statements.stream().map(FindingView::instanceId).toList();
        return (int) findings.missingOf(images).stream()
                .filter(missing -> !found.contains(missing.instanceId()))
                .count();
    }

    private static int highestBand(List<FindingView> of) {
        return of.stream()
                .mapToInt(finding -> CaseBand.valueOf(finding.band()).rank())
                .max()
                .orElse(CaseBand.NO_OPINION.rank());
    }

    // Two images of a new study may be finished at the same moment: the second insert does nothing. Whose case it is
    // says
    // the image that came first, whichever is finished first.
    private void openIfNew(Instance instance) {
        entityManager
                .createNativeQuery("""
                        insert into reading_case (id, study_instance_uid, patient_id, issuer_of_patient_id, patient_name,
                            patient_birth_date, accession_number, study_date, institution_name, calling_ae_title, state,
                            urgent, band_rank, first_received_at, turn_at, open_findings, decided_findings,
                            without_opinion, reading_round, readings_wanted, deciding_round, version)
                        select nextval('reading_case_seq'), study_instance_uid, patient_id, issuer_of_patient_id,
                            patient_name, patient_birth_date, accession_number, study_date, institution_name,
                            calling_ae_title, 'OPEN', false, 0, received_at, received_at, 0, 0, 0, 1, p.readings,
                            case when p.readings = 1 then 1 else 0 end, 0
                        from stored_instance i cross join reading_policy p where i.id =
                            (select min(s.id) from stored_instance s where s.study_instance_uid = :study)
                        on conflict do nothing""")
                .setParameter("study", instance.studyInstanceUid())
                .executeUpdate();
    }
}
