package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.mammoflow.review.CaseSummary;
import org.mammoflow.review.Claiming;
import org.mammoflow.review.Worklist;
import org.mammoflow.review.WorklistFilter;

/** The ways out of a case: to the next one of the list, the one before, back to the list. Leaving gives the claim back. */
@Named("route")
@RequestScoped
public class CaseRoute {

    @Inject
    CaseScreen reading;

    @Inject
    Worklist worklist;

    @Inject
    Claiming claiming;

    @Inject
    Searches searches;

    @Inject
    Words words;

    @Inject
    You you;

    public void next() throws IOException {
        leaveFor(worklist.next(filter(), reading.place()), "case.last");
    }

    public void previous() throws IOException {
        leaveFor(worklist.previous(filter(), reading.place()), "case.first");
    }

    public void backToList() throws IOException {
        leaveFor(reading.list().link());
    }

    /** The study that "next" leads to, so that its images can be fetched beforehand; empty when there is none. */
    public String nextStudy() {
        return worklist.next(filter(), reading.place())
                .map(CaseSummary::studyInstanceUid)
                .orElse("");
    }

    private WorklistFilter filter() {
        WorklistAddress list = reading.list();
        return list.filter(list.search().flatMap(searches::find).orElse(SearchedIdentity.ANY));
    }

    private void leaveFor(Optional<CaseSummary> other, String noneKey) throws IOException {
        if (other.isPresent()) {
            leaveFor(reading.list().caseLink(other.get().studyInstanceUid()));
        } else {
            Notices.warn(words.of(noneKey));
        }
    }

    private void leaveFor(String address) throws IOException {
        if (you.read()) {
            claiming.release(reading.getStudy());
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    }
}
