package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mammoflow.audit.AuditReading;
import org.mammoflow.chain.AuditEntry;
import org.mammoflow.chain.ChainVerdict;

/** The audit trail, newest first, and the verdict on its chain. */
@Named("audit")
@RequestScoped
public class AuditScreen {

    private static final int SIZE = 100;

    @Inject
    AuditReading trail;

    @Inject
    Words words;

    @Inject
    Moments moments;

    private int page;
    private ChainVerdict verdict;

    @PostConstruct
    void read() {
        page = new Parameters(
                        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get)
                .page();
    }

    public List<AuditEntry> rows() {
        return trail.latest(pager().first(), SIZE);
    }

    /** Rows are numbered without gaps, so the newest number is their count. */
    public Pager pager() {
        long newest = trail.latest(0, 1).stream().mapToLong(AuditEntry::seq).sum();
        return new Pager(page, SIZE, newest, "audit.xhtml");
    }

    public void verify() {
        verdict = trail.verify();
    }

    /** The key that heads are signed with, in groups that can be compared by eye. */
    public String fingerprint() {
        return trail.key().fingerprint().replaceAll("(.{8})(?!$)", "$1 ");
    }

    public boolean verified() {
        return verdict != null;
    }

    public boolean intact() {
        return verdict instanceof ChainVerdict.Intact;
    }

    public String verdict() {
        if (verdict instanceof ChainVerdict.Intact whole) {
            return words.of("audit.intact", whole.rows(), whole.headHash()) + " "
                    + whole.signed()
                            .map(head -> words.of("audit.signed", head.seq(), moments.second(head.signedAt())))
                            .orElse(words.of("audit.unsigned"));
        }
        ChainVerdict.Broken broken = (ChainVerdict.Broken) verdict;
        return words.of("audit.broken", broken.seq(), broken.reason());
    }
}
