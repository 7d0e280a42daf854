package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.review.Sights;

/** The auditor's front door: counts, rows, files. */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class FindingsReport {

    private static final int LARGEST_PAGE = 200;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Callers callers;

    @Inject
    Sights sights;

    @Inject
    Clock clock;

    public ReportCounts counts(ReportFilter filter) {
        return new ReportQuery(entityManager, filter).counts();
    }

    /** What there is to filter by. */
    public ReportChoices choices() {
        return new ReportChoices(
                texts("select distinct network_name || '/' || network_version from finding order by 1"),
                texts("select distinct calling_ae_title from reading_case order by 1"));
    }

    /** Rows for the screen, newest first, at most 200 at once; that they were looked at is recorded. */
    @RolesAllowed({Role.AUDITOR, Role.RADIOLOGIST})
    public List<ReportRow> page(ReportFilter filter, int first, int size) {
        sights.requireNothingHidden();
        List<ReportRow> rows = new ReportQuery(entityManager, filter).page(first, Math.min(size, LARGEST_PAGE));
        trail.record(new AuditEvent(
                callers.current(),
                AuditAction.REPORT_VIEWED,
                "report",
                "findings",
                "first=%d rows=%d filter=%s".formatted(first, rows.size(), filter.words())));
        return rows;
    }

    /**
     * Makes a report file. The audit row commits with this call's transaction, before the caller can hand out a byte.
     *
     * @throws UncheckedIOException when the file cannot be written; nothing is left behind
     */
    public ReportFile export(ReportFilter filter, ReportFormat format) {
        Caller caller = callers.current();
        ReportTitle title = new ReportTitle(filter.words(), caller.name(), clock.instant());
        try {
            Path file = Files.createTempFile("report-", "." + format.extension());
            ReportSeal seal = write(filter, format, title, file);
            trail.record(new AuditEvent(
                    caller,
                    AuditAction.REPORT_EXPORTED,
                    "report",
                    seal.sha256(),
                    "format=%s rows=%d filter=%s".formatted(format, seal.rows(), title.filter())));
            String name = "mammoflow-findings-" + STAMP.format(title.askedAt()) + "." + format.extension();
            return new ReportFile(name, format, seal, file);
        } catch (IOException e) {
            throw new UncheckedIOException("report not written: is there room in the temporary folder?", e);
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> texts(String query) {
        return entityManager.createNativeQuery(query, String.class).getResultList();
    }

    private ReportSeal write(ReportFilter filter, ReportFormat format, ReportTitle title, Path file)
            throws IOException {
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file))) {
            return format == ReportFormat.CSV ? csv(filter, title, target) : pdf(filter, title, target);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private ReportSeal csv(ReportFilter filter, ReportTitle title, OutputStream target) throws IOException {
        try (Stream<ReportRow> rows = new ReportQuery(entityManager, filter).rows()) {
            return CsvReport.write(rows.iterator(), title, target);
        }
    }

    // Twice through the rows: once for the digest that is printed in front of them, once for the pages.
    private ReportSeal pdf(ReportFilter filter, ReportTitle title, OutputStream target) throws IOException {
        ReportQuery query = new ReportQuery(entityManager, filter);
        ReportSeal seal = csv(filter, title, OutputStream.nullOutputStream());
        try (Stream<ReportRow> rows = query.rows()) {
            PdfReport.write(rows.iterator(), title, query.counts(), seal, target);
        }
        return seal;
    }
}
