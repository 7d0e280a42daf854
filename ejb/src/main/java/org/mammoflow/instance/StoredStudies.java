package org.mammoflow.instance;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds studies by their keys; for the rooms, not for callers from outside (those go through a room that checks roles). */
@Stateless
public class StoredStudies {

    @PersistenceContext
    EntityManager entityManager;

    /** The objects of each matching study, the study that was stored last first. */
    public List<List<Instance>> find(StudyKeys keys, int first, int size) {
        List<String> studies = new Matching(keys)
                .query(entityManager)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
        if (studies.isEmpty()) {
            return List.of();
        }
        Map<String, List<Instance>> objects = objects(studies);
        return studies.stream().map(objects::get).toList();
    }

    private Map<String, List<Instance>> objects(List<String> studies) {
        return entityManager
                .createQuery(
                        "select i from StoredInstance i where i.studyInstanceUid in :studies order by i.id",
                        StoredInstance.class)
                .setParameter("studies", studies)
                .getResultStream()
                .map(StoredInstance::view)
                .collect(Collectors.groupingBy(Instance::studyInstanceUid));
    }

    /** Only the keys that were given become conditions, so that each finds its index. */
    private static final class Matching {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        Matching(StudyKeys keys) {
            and("i.studyInstanceUid = :study", "study", keys.studyInstanceUid());
            and("i.patientId = :patient", "patient", keys.patientId());
            and(
                    "lower(i.patientName) like :name escape '!'",
                    "name",
                    keys.patientName().map(Matching::pattern));
            and("i.accessionNumber = :accession", "accession", keys.accessionNumber());
            and("i.studyDate >= :from", "from", keys.studyDateFrom());
            and("i.studyDate <= :to", "to", keys.studyDateTo());
            and("i.modality = :modality", "modality", keys.modality());
        }

        private void and(String condition, String parameter, Optional<?> value) {
            value.ifPresent(given -> {
                conditions.add(condition);
                parameters.put(parameter, given);
            });
        }

        TypedQuery<String> query(EntityManager entityManager) {
            String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
            TypedQuery<String> query = entityManager.createQuery(
                    "select i.studyInstanceUid from StoredInstance i" + where
                            + " group by i.studyInstanceUid order by max(i.id) desc",
                    String.class);
            parameters.forEach(query::setParameter);
            return query;
        }

        // PS3.4 C.2.2.2.4: * stands for any characters, ? for one.
        private static String pattern(String wildcards) {
            return wildcards
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[!%_]", "!$0")
                    .replace('*', '%')
                    .replace('?', '_');
        }
    }
}
