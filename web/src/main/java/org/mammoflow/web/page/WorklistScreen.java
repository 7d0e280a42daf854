package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mammoflow.review.CaseSummary;
import org.mammoflow.review.Worklist;
import org.mammoflow.review.WorklistOrder;
import org.mammoflow.review.WorklistPage;

/** One page of the worklist, as its address says. */
@Named("worklist")
@RequestScoped
public class WorklistScreen {

    private static final int SIZE = 25;

    @Inject
    Worklist worklist;

    @Inject
    Searches searches;

    @Inject
    CaseRows caseRows;

    @Inject
    You you;

    @Inject
    Words words;

    private WorklistAddress address;
    private List<String> unreadDays;
    private Optional<SearchedIdentity> searched;
    private WorklistPage page;
    private List<CaseRow> rows;

    @PostConstruct
    void read() {
        ExternalContext web = FacesContext.getCurrentInstance().getExternalContext();
        Parameters parameters = new Parameters(web.getRequestParameterMap()::get);
        address = WorklistAddress.of(parameters);
        unreadDays = parameters.unreadDays("from", "to");
        searched = address.search().flatMap(searches::find);
    }

    public WorklistAddress address() {
        return address;
    }

    /** Administrators have no patients to look at: their own page instead. */
    public void open() throws IOException {
        if (you.keepModalities()) {
            FacesContext.getCurrentInstance().getExternalContext().redirect("admin.xhtml");
        }
    }

    public List<CaseRow> rows() {
        if (rows == null) {
            rows = new ArrayList<>();
            for (CaseSummary summary : page().cases()) {
                rows.add(caseRows.row(summary, pager().first() + rows.size() + 1L, address));
            }
        }
        return rows;
    }

    /** Whether suspicion bands are shown to this caller. */
    public boolean bandsShown() {
        return worklist.order() == WorklistOrder.TURN;
    }

    /** What the filter for states shows. */
    public String stateChoice() {
        return address.state().map(Enum::name).orElse(WorklistAddress.ALL);
    }

    public Pager pager() {
        return new Pager(address.page(), SIZE, page().total(), address.link());
    }

    /** What is odd about the days of study that were asked for, a sentence each. */
    public List<String> oddPeriod() {
        return OddPeriod.sentences(unreadDays, address.period(), words);
    }

    /** The search's name that the session has forgotten, after a new sign-in or a foreign bookmark. */
    public boolean searchForgotten() {
        return address.search().isPresent() && searched.isEmpty();
    }

    public SearchedIdentity searched() {
        return searched.orElse(SearchedIdentity.ANY);
    }

    private WorklistPage page() {
        if (page == null) {
            page = worklist.page(address.filter(searched()), (address.page() - 1) * SIZE, SIZE);
        }
        return page;
    }
}
