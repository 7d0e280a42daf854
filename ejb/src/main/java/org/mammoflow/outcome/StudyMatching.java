package org.mammoflow.outcome;

import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mammoflow.outcome.LineFault.Kind;

/** Finds the study that each line means; none is guessed. */
final class StudyMatching {

    private static final int AT_ONCE = 500;

    private final EntityManager entityManager;
    private final List<LineFault> faults = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private Map<String, List<StoredStudy>> byUid = Map.of();
    private Map<String, List<StoredStudy>> byAccession = Map.of();

    StudyMatching(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The outcome of each line whose study is clear, in the order of the lines. */
    Map<OutcomeLine, StudyOutcome> match(List<OutcomeLine> lines) {
        byUid = studies("study_instance_uid", lines, OutcomeLine::studyInstanceUid, StoredStudy::studyInstanceUid);
        byAccession = studies("accession_number", lines, OutcomeLine::accessionNumber, StoredStudy::accessionNumber);
        Map<OutcomeLine, StudyOutcome> outcomes = new LinkedHashMap<>();
        for (OutcomeLine line : lines) {
            study(line)
                    .filter(study -> isPossible(line, study))
                    .ifPresent(study -> outcomes.put(line, line.of(study.studyInstanceUid())));
        }
        return outcomes;
    }

    List<LineFault> faults() {
        return faults;
    }

    private Optional<StoredStudy> study(OutcomeLine line) {
        boolean byItsUid = !line.studyInstanceUid().isEmpty();
        List<StoredStudy> found = byItsUid
                ? byUid.getOrDefault(line.studyInstanceUid(), List.of())
                : byAccession.getOrDefault(line.accessionNumber(), List.of());
        String column = byItsUid ? OutcomeFile.STUDY : OutcomeFile.ACCESSION;
        long studies =
                found.stream().map(StoredStudy::studyInstanceUid).distinct().count();
        if (studies != 1) {
            fault(line, column, studies == 0 ? Kind.UNKNOWN_STUDY : Kind.SEVERAL_STUDIES);
            return Optional.empty();
        }
        if (byItsUid && contradicts(line, found)) {
            fault(line, OutcomeFile.ACCESSION, Kind.STUDY_CONTRADICTION);
            return Optional.empty();
        }
        return found.stream().findFirst();
    }

    private static boolean contradicts(OutcomeLine line, List<StoredStudy> study) {
        return !line.accessionNumber().isEmpty()
                && study.stream().noneMatch(one -> line.accessionNumber().equals(one.accessionNumber()));
    }

    private boolean isPossible(OutcomeLine line, StoredStudy study) {
        int before = faults.size();
        if (!taken.add(study.studyInstanceUid())) {
            fault(line, "", Kind.STUDY_TWICE);
        }
        if (study.studyDate() != null && line.outcomeDate().isBefore(study.studyDate())) {
            fault(line, OutcomeFile.DAY, Kind.DAY_BEFORE_THE_STUDY);
        }
        return faults.size() == before;
    }

    private void fault(OutcomeLine line, String column, Kind kind) {
        faults.add(new LineFault(line.number(), column, kind));
    }

    private Map<String, List<StoredStudy>> studies(
            String column,
            List<OutcomeLine> lines,
            Function<OutcomeLine, String> named,
            Function<StoredStudy, String> key) {
        List<String> names = lines.stream()
                .map(named)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        List<StoredStudy> found = new ArrayList<>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            found.addAll(studies(column, names.subList(from, Math.min(names.size(), from + AT_ONCE))));
        }
        return found.stream().collect(Collectors.groupingBy(key));
    }

    @SuppressWarnings("unchecked")
    private List<StoredStudy> studies(String column, List<String> names) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select study_instance_uid, coalesce(accession_number, ''), min(study_date)"
                        + " from stored_instance where " + column + " in (:names)"
                        + " group by study_instance_uid, coalesce(accession_number, '')")
                .setParameter("names", names)
                .getResultList();
        return rows.stream()
                .map(c -> new StoredStudy((String) c[0], (String) c[1], day(c[2])))
                .toList();
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
