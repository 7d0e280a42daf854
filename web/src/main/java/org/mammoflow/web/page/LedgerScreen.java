package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mammoflow.report.LedgerLine;
import org.mammoflow.report.LedgerLine.Gap;
import org.mammoflow.report.LedgerLine.Owner;
import org.mammoflow.report.NothingLost;

/** What became of everything that was received, by modality and day. */
@Named("ledger")
@RequestScoped
public class LedgerScreen {

    private static final int SIZE = 100;

    @Inject
    NothingLost ledger;

    @Inject
    Words words;

    private int page;
    private List<LedgerLine> lines;

    @PostConstruct
    void read() {
        page = new Parameters(
                        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get)
                .page();
        // One more than is shown: whether there is a next page.
        lines = ledger.lines((page - 1) * SIZE, SIZE + 1);
    }

    public List<LedgerLine> lines() {
        return lines.subList(0, Math.min(SIZE, lines.size()));
    }

    public Pager pager() {
        return new Pager(page, SIZE, (page - 1L) * SIZE + lines.size(), "ledger.xhtml");
    }

    /** A gap and whose turn it is, in words. */
    public String words(LedgerLine line, Gap gap) {
        String owner = gap.owner() == Owner.CLAIMANTS && !line.claimants().isEmpty()
                ? line.claimants()
                : words.ofConstant("ledger.owner", gap.owner());
        return words.of("ledger.gap." + gap.stop().name(), gap.images(), owner);
    }
}
