package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.mammoflow.access.Role;

/** The auditor's front door to files. */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class ReportExporting {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Inject
    ReportWriting writing;

    /**
     * Makes a report file. Its audit row is committed when this returns, before the caller can hand out a byte.
     *
     * @param deidentified without what leads to a person or a house
     * @throws UncheckedIOException when the file cannot be written; like after any failure nothing is left behind
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReportFile export(ReportFilter filter, ReportFormat format, boolean deidentified) {
        Path file = newFile(format);
        try {
            ReportWriting.Written written = writing.write(filter, format, deidentified, file);
            String name = "mammoflow-findings-" + (deidentified ? "deidentified-" : "") + STAMP.format(written.at())
                    + "." + format.extension();
            return new ReportFile(name, format, written.seal(), file);
        } catch (RuntimeException e) {
            delete(file, e);
            throw e;
        }
    }

    private static Path newFile(ReportFormat format) {
        try {
            return Files.createTempFile("report-", "." + format.extension());
        } catch (IOException e) {
            throw new UncheckedIOException("report not written: is the temporary folder there?", e);
        }
    }

    private static void delete(Path file, RuntimeException cause) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
