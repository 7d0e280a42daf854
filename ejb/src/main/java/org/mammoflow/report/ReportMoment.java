package org.mammoflow.report;

import jakarta.persistence.EntityManager;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.mammoflow.audit.HeadPosition;
import org.mammoflow.platform.OneMoment;

/** All that a file asks the database, answered from one state of it; made first in a transaction of its own. */
final class ReportMoment {

    private final EntityManager entityManager;
    private final ExportOrder order;
    private final long auditRow;

    ReportMoment(EntityManager entityManager, ExportOrder order) {
        OneMoment.hold(entityManager);
        this.entityManager = entityManager;
        this.order = order;
        this.auditRow = HeadPosition.now(entityManager).seq();
    }

    /**
     * The audit trail's last row in this state. Rows are appended one transaction after the other, so whatever the trail
     * tells up to here is in the report, and nothing that it tells later.
     */
    long auditRow() {
        return auditRow;
    }

    ReportSeal write(ReportTitle title, ReportContent.Signature signature, ExportProgress progress, Path file) {
        ReportQuery query = new ReportQuery(entityManager, order.filter());
        progress.expect(query.counts().total());
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file));
                Stream<ReportRow> rows = order.deidentified() ? query.shuffledRows() : query.rows()) {
            Iterator<ReportRow> each = rows.iterator();
            Deidentifying without = new Deidentifying(each);
            FileTally tally = tally(order.deidentified() ? without : each, progress, target);
            return ReportWriting.write(
                    order.format(), new ReportContent(tally, title, beside(without), signature), target);
        } catch (IOException e) {
            throw new UncheckedIOException("report not written: is there room in the temporary folder?", e);
        }
    }

    private FileTally tally(Iterator<ReportRow> rows, ExportProgress progress, OutputStream target) throws IOException {
        return new FileTally(
                rows, order.format() == ReportFormat.CSV ? target : OutputStream.nullOutputStream(), progress);
    }

    private Circumstances beside(Deidentifying without) {
        Circumstances beside = Circumstances.of(order.filter(), new StatisticsQuery(entityManager, order.filter()));
        return order.deidentified() ? beside.naming(without::reader) : beside;
    }
}
