package org.mammoflow.outcome;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known about studies: of each the statement that counts. */
final class KnownOutcomes {

    private static final int AT_ONCE = 500;

    private final EntityManager entityManager;

    KnownOutcomes(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Map<String, StudyOutcomeRow> of(Collection<StudyOutcome> outcomes) {
        List<String> studies =
                outcomes.stream().map(StudyOutcome::studyInstanceUid).toList();
        Map<String, StudyOutcomeRow> known = new HashMap<>();
        for (int from = 0; from < studies.size(); from += AT_ONCE) {
            rows(studies.subList(from, Math.min(studies.size(), from + AT_ONCE)))
                    .forEach(row -> known.put(row.studyInstanceUid(), row));
        }
        return known;
    }

    private List<StudyOutcomeRow> rows(List<String> studies) {
        return entityManager
                .createQuery(
                        "select o from StudyOutcomeRow o where o.studyInstanceUid in :studies and o.revision ="
                                + " (select max(p.revision) from StudyOutcomeRow p"
                                + " where p.studyInstanceUid = o.studyInstanceUid)",
                        StudyOutcomeRow.class)
                .setParameter("studies", studies)
                .getResultList();
    }
}
