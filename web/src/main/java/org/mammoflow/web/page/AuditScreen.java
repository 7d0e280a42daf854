package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditReading;
import org.mammoflow.chain.AuditEntry;
import org.mammoflow.chain.ChainVerdict;
import org.mammoflow.platform.Period;
import org.mammoflow.report.TrailFilter;
import org.mammoflow.report.TrailSearch;

/** The audit trail, newest first, and the verdict on its chain. */
@Named("audit")
@RequestScoped
public class AuditScreen {

    private static final int SIZE = 100;

    @Inject
    AuditReading trail;

    @Inject
    TrailSearch search;

    @Inject
    You you;

    @Inject
    Words words;

    @Inject
    Moments moments;

    private TrailAddress address;
    private Pager pager;
    private ChainVerdict verdict;

    @PostConstruct
    void read() {
        address = TrailAddress.of(new Parameters(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get));
    }

    /** Some of the trail is shown to auditors; whoever else may see it sees all of it. */
    public boolean filtered() {
        return you.audit() && !filter().isEmpty();
    }

    public TrailFilter filter() {
        return address.filter();
    }

    public AuditAction[] actions() {
        return AuditAction.values();
    }

    /** What is odd about the filter, a sentence each. */
    public List<String> oddPeriod() {
        return OddPeriod.sentences(address.unreadDays(), new Period(filter().from(), filter().to()), words);
    }

    public List<AuditEntry> rows() {
        int first = pager().first();
        return filtered() ? search.page(filter(), first, SIZE) : trail.latest(first, SIZE);
    }

    public Pager pager() {
        if (pager == null) {
            pager = new Pager(address.page(), SIZE, count(), filtered() ? address.of("audit.xhtml") : "audit.xhtml");
        }
        return pager;
    }

    /** All rows are numbered without gaps, so the newest number is their count. */
    private long count() {
        return filtered()
                ? search.count(filter())
                : trail.latest(0, 1).stream().mapToLong(AuditEntry::seq).sum();
    }

    /** The file of the rows that are shown, and of all behind them. */
    public String csv() {
        return address.of("api/v1/audit/rows.csv");
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
