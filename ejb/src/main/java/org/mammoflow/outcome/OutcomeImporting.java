package org.mammoflow.outcome;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.platform.Digest;

/** Takes outcomes in, a whole file or nothing of it. The same file again, or the same statement in another, adds nothing. */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class OutcomeImporting {

    /** Below what the server takes as a request, so that whoever sends more is told by us. */
    public static final int MOST_BYTES = 1_000_000;

    private static final int FAULTS_TOLD = 100;
    private static final int FILES_SHOWN = 50;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /** @throws IOException when the stream breaks; nothing is imported then */
    public ImportOutcome importFrom(InputStream file) throws IOException {
        byte[] content = file.readNBytes(MOST_BYTES + 1);
        return content.length > MOST_BYTES ? new ImportOutcome.TooLarge(MOST_BYTES) : take(content);
    }

    /** The files that were taken in last, the latest first. */
    public List<ImportedFile> files() {
        return entityManager
                .createQuery("select f from OutcomeFileRow f order by f.id desc", OutcomeFileRow.class)
                .setMaxResults(FILES_SHOWN)
                .getResultStream()
                .map(OutcomeFileRow::view)
                .toList();
    }

    private ImportOutcome take(byte[] content) {
        String sha256 = sha256(content);
        Optional<ImportedFile> before = byDigest(sha256);
        if (before.isPresent()) {
            return new ImportOutcome.AlreadyImported(before.get());
        }
        OutcomeFile file = OutcomeFile.read(content, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        StudyMatching matching = new StudyMatching(entityManager);
        Map<OutcomeLine, StudyOutcome> outcomes = matching.match(file.lines());
        List<LineFault> faults = Stream.concat(file.faults().stream(), matching.faults().stream())
                .sorted(Comparator.comparingInt(LineFault::line))
                .toList();
        return faults.isEmpty() ? insert(sha256, outcomes) : refuse(sha256, faults);
    }

    private ImportOutcome refuse(String sha256, List<LineFault> faults) {
        trail.record(new AuditEvent(
                callers.current(), AuditAction.OUTCOMES_REFUSED, "outcomes", sha256, "faults=" + faults.size()));
        return new ImportOutcome.Refused(
                List.copyOf(faults.subList(0, Math.min(FAULTS_TOLD, faults.size()))), faults.size());
    }

    private ImportOutcome insert(String sha256, Map<OutcomeLine, StudyOutcome> outcomes) {
        Map<String, StudyOutcomeRow> known = new KnownOutcomes(entityManager).of(outcomes.values());
        List<Map.Entry<OutcomeLine, StudyOutcome>> news = new ArrayList<>();
        int added = 0;
        for (Map.Entry<OutcomeLine, StudyOutcome> stated : outcomes.entrySet()) {
            StudyOutcomeRow standing = known.get(stated.getValue().studyInstanceUid());
            if (standing == null
                    || !standing.recordDigest().equals(stated.getValue().digest())) {
                news.add(stated);
                added += standing == null ? 1 : 0;
            }
        }
        Caller caller = callers.current();
        OutcomeFileRow file =
                new OutcomeFileRow(sha256, outcomes.size(), added, news.size() - added, caller.name(), clock.instant());
        entityManager.persist(file);
        news.forEach(stated -> entityManager.persist(new StudyOutcomeRow(
                file,
                stated.getKey().number(),
                revision(known.get(stated.getValue().studyInstanceUid())),
                stated.getValue())));
        entityManager.flush();
        tell(caller, file.view(), news, known);
        return new ImportOutcome.Imported(file.view());
    }

    private static int revision(StudyOutcomeRow standing) {
        return standing == null ? 1 : standing.revision() + 1;
    }

    // The row of the file first, then one for each study: an access report must find what was learnt about a patient.
    private void tell(
            Caller caller,
            ImportedFile file,
            List<Map.Entry<OutcomeLine, StudyOutcome>> news,
            Map<String, StudyOutcomeRow> known) {
        trail.record(new AuditEvent(
                caller,
                AuditAction.OUTCOMES_IMPORTED,
                "outcomes",
                file.sha256(),
                "file=%d stated=%d added=%d changed=%d"
                        .formatted(file.id(), file.stated(), file.added(), file.changed())));
        for (Map.Entry<OutcomeLine, StudyOutcome> stated : news) {
            StudyOutcomeRow before = known.get(stated.getValue().studyInstanceUid());
            trail.record(new AuditEvent(
                            caller,
                            AuditAction.OUTCOME_RECORDED,
                            "study",
                            stated.getValue().studyInstanceUid(),
                            "file=%d line=%d"
                                    .formatted(file.id(), stated.getKey().number()))
                    .changing(
                            before == null ? "" : before.recordDigest(),
                            stated.getValue().digest()));
        }
    }

    private Optional<ImportedFile> byDigest(String sha256) {
        return entityManager
                .createQuery("select f from OutcomeFileRow f where f.sha256 = :sha256", OutcomeFileRow.class)
                .setParameter("sha256", sha256)
                .getResultStream()
                .map(OutcomeFileRow::view)
                .findFirst();
    }

    private static String sha256(byte[] content) {
        Digest digest = new Digest();
        digest.update(ByteBuffer.wrap(content));
        return digest.value();
    }
}
