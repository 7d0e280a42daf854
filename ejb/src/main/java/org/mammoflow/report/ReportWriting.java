package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
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
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;
import org.mammoflow.audit.HeadSigning;
import org.mammoflow.audit.InstallationKey;

/**
 * Writes a file and its audit row in one transaction. All rows come from one statement, so they show one moment whatever is
 * decided meanwhile; every number of the file is counted from the rows that went into it.
 */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class ReportWriting {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    HeadSigning heads;

    @Inject
    InstallationKey key;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /** What was written, and when it was asked for. */
    public record Written(ReportSeal seal, Instant at) {}

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Written write(ExportOrder order, ExportProgress progress, Path file) {
        Caller caller = callers.current();
        ReportTitle title = title(order, caller);
        ReportSeal seal = write(order, progress, title, file);
        trail.record(new AuditEvent(
                        caller,
                        AuditAction.REPORT_EXPORTED,
                        "report",
                        seal.sha256(),
                        "%s rows=%d filter=%s"
                                .formatted(
                                        order.words(),
                                        seal.rows(),
                                        order.filter().words()))
                .changing("", seal.sha256()));
        heads.sign(HeadSigning.Occasion.EXPORT);
        return new Written(seal, title.askedAt());
    }

    // Even what was asked for, and by whom, may lead to a house.
    private ReportTitle title(ExportOrder order, Caller caller) {
        return order.deidentified()
                ? new ReportTitle(
                        "de-identified; the audit trail knows the filter", "see the audit trail", clock.instant())
                : new ReportTitle(order.filter().words(), caller.name(), clock.instant());
    }

    private ReportSeal write(ExportOrder order, ExportProgress progress, ReportTitle title, Path file) {
        ReportQuery query = new ReportQuery(entityManager, order.filter());
        progress.expect(query.counts().total());
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file));
                Stream<ReportRow> rows = query.rows()) {
            return write(order.format(), content(order, progress, title, rows.iterator(), target), target);
        } catch (IOException e) {
            throw new UncheckedIOException("report not written: is there room in the temporary folder?", e);
        }
    }

    private ReportContent content(
            ExportOrder order,
            ExportProgress progress,
            ReportTitle title,
            Iterator<ReportRow> rows,
            OutputStream target)
            throws IOException {
        Circumstances beside = Circumstances.of(order.filter(), new StatisticsQuery(entityManager, order.filter()));
        Deidentifying without = new Deidentifying(rows);
        return new ReportContent(
                new FileTally(
                        order.deidentified() ? without : rows,
                        order.format() == ReportFormat.CSV ? target : OutputStream.nullOutputStream(),
                        progress),
                title,
                order.deidentified() ? beside.naming(without::reader) : beside,
                (named, seal) -> key.signing().sign(named.statement(seal)));
    }

    static ReportSeal write(ReportFormat format, ReportContent content, OutputStream target) throws IOException {
        return switch (format) {
            case CSV -> CsvReport.write(content, target);
            case XLSX -> XlsxReport.write(content, target);
            case PDF -> PdfReport.write(content, target);
            case FHIR -> FhirReport.write(content, target);
        };
    }
}
