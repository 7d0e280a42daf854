package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.mammoflow.outcome.ImportOutcome;
import org.mammoflow.outcome.ImportedFile;
import org.mammoflow.outcome.LineFault;
import org.mammoflow.outcome.OutcomeImporting;

/** Where an auditor hands in what became of examinations, and sees what came in before. */
@Named("outcomes")
@RequestScoped
public class OutcomesScreen {

    @Inject
    OutcomeImporting importing;

    @Inject
    Words words;

    @Inject
    Moments moments;

    private Part file;
    private List<FaultShown> faults = List.of();
    private int allFaults;

    /** A fault in words. */
    public record FaultShown(int line, String column, String words) {}

    /** A file that came in, in words. */
    public record FileShown(
            String importedAt, String importedBy, String stated, String added, String changed, String sha256) {}

    public void send() throws IOException {
        if (file == null || file.getSize() == 0) {
            Notices.refuse(words.of("outcomes.choose"));
            return;
        }
        try (InputStream content = file.getInputStream()) {
            tell(importing.importFrom(content));
        }
    }

    private void tell(ImportOutcome outcome) {
        if (outcome instanceof ImportOutcome.Imported in) {
            Notices.done(words.of(
                    "outcomes.imported",
                    in.file().added(),
                    in.file().changed(),
                    in.file().known()));
        } else if (outcome instanceof ImportOutcome.AlreadyImported before) {
            Notices.warn(words.of(
                    "outcomes.before",
                    before.file().importedBy(),
                    moments.second(before.file().importedAt())));
        } else if (outcome instanceof ImportOutcome.Refused refused) {
            faults = refused.faults().stream().map(this::shown).toList();
            allFaults = refused.all();
            Notices.refuse(words.of("outcomes.refused", refused.all()));
        } else {
            Notices.refuse(words.of("outcomes.large", OutcomeImporting.MOST_BYTES));
        }
    }

    private FaultShown shown(LineFault fault) {
        return new FaultShown(fault.line(), fault.column(), words.ofConstant("outcome.fault", fault.kind()));
    }

    public List<FaultShown> faults() {
        return faults;
    }

    /** Faults that are not shown. */
    public int furtherFaults() {
        return allFaults - faults.size();
    }

    public List<FileShown> files() {
        return importing.files().stream().map(this::shown).toList();
    }

    private FileShown shown(ImportedFile in) {
        return new FileShown(
                moments.second(in.importedAt()),
                in.importedBy(),
                words.number(in.stated()),
                words.number(in.added()),
                words.number(in.changed()),
                in.sha256());
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
