package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.audit.InstallationKey;

/**
 * Writes a file in a transaction of its own, which only reads. All of it shows one moment, whatever is decided meanwhile:
 * rows, what is counted from them as they pass, and what is told beside them.
 */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class ReportWriting {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    InstallationKey key;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /** What was written, and what is printed on it. */
    public record Written(ReportSeal seal, ReportTitle title) {}

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Written write(ExportOrder order, ExportProgress progress, Path file) {
        ReportMoment moment = new ReportMoment(entityManager, order);
        ReportTitle title = title(order, moment);
        return new Written(
                moment.write(title, (named, seal) -> key.signing().sign(named.statement(seal)), progress, file), title);
    }

    // Even what was asked for, and by whom, may lead to a house.
    private ReportTitle title(ExportOrder order, ReportMoment moment) {
        return order.deidentified()
                ? new ReportTitle(
                        "de-identified; the audit trail knows the filter",
                        "see the audit trail",
                        clock.instant(),
                        moment.auditRow())
                : new ReportTitle(order.filter().words(), callers.current().name(), clock.instant(), moment.auditRow());
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
