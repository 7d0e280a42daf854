package org.mammoflow.web.page;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.mammoflow.review.CaseView;
import org.mammoflow.review.Claim;
import org.mammoflow.review.ClaimOutcome;
import org.mammoflow.review.Claiming;
import org.mammoflow.review.Place;
import org.mammoflow.review.ReadingRoom;

/** A case at the reading desk: opened, claimed, shown. */
@Named("reading")
@ViewScoped
public class CaseScreen implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ReadingRoom readingRoom;

    @Inject
    Claiming claiming;

    @Inject
    FindingCards findingCards;

    @Inject
    CaseWords caseWords;

    @Inject
    You you;

    private String study;
    private String list = "";
    private String takeOverReason = "";
    private transient CaseView opened;
    private transient List<FindingCard> cards;
    private transient Optional<Claim> claim;

    /** Opens the case that the address names; a reader claims it with that. */
    public void open() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext web = faces.getExternalContext();
        list = WorklistAddress.of(new Parameters(web.getRequestParameterMap()::get))
                .query();
        Optional<CaseView> found = study == null ? Optional.empty() : readingRoom.open(study);
        if (found.isEmpty()) {
            web.responseSendError(404, null);
            faces.responseComplete();
            return;
        }
        opened = found.get();
        cards = findingCards.cards(opened);
        claim = opened.summary().claim();
        claim();
    }

    /** Claims the case, or renews the claim by the reader's activity. */
    public void claim() {
        if (you.read()) {
            accept(claiming.claim(study));
        }
    }

    public void takeOver() {
        accept(claiming.takeOver(study, takeOverReason));
        takeOverReason = "";
    }

    private void accept(ClaimOutcome outcome) {
        if (outcome instanceof ClaimOutcome.Held held) {
            claim = Optional.of(held.claim());
        } else if (outcome instanceof ClaimOutcome.HeldByAnother other) {
            claim = Optional.of(other.claim());
        }
    }

    /** Shows a finding anew, after a decision about it. */
    void refresh(FindingCard card) {
        readingRoom
                .image(card.getImage().sopInstanceUid())
                .ifPresent(image -> cards.set(cards.indexOf(card), findingCards.card(image)));
    }

    public List<FindingCard> cards() {
        return cards;
    }

    public CaseHeading heading() {
        return caseWords.heading(opened.summary());
    }

    public ClaimMark claimMark() {
        return caseWords.claim(claim);
    }

    /** Whether every finding is decided, so that the reader can go on. */
    public boolean done() {
        return cards.stream().anyMatch(card -> card.getReview() != null)
                && cards.stream().noneMatch(FindingCard::isUndecided);
    }

    /** The list that the reader came from. */
    WorklistAddress list() {
        return WorklistAddress.parse(list);
    }

    /** Where the case stood when it was opened. */
    Place place() {
        return opened.summary().place();
    }

    public String getStudy() {
        return study;
    }

    public void setStudy(String study) {
        this.study = study;
    }

    public String getTakeOverReason() {
        return takeOverReason;
    }

    public void setTakeOverReason(String takeOverReason) {
        this.takeOverReason = takeOverReason == null ? "" : takeOverReason;
    }
}
