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
import java.util.stream.Collectors;
import org.mammoflow.review.CaseSeen;
import org.mammoflow.review.CaseState;
import org.mammoflow.review.CaseView;
import org.mammoflow.review.Claim;
import org.mammoflow.review.ClaimOutcome;
import org.mammoflow.review.Claiming;
import org.mammoflow.review.EntryKind;
import org.mammoflow.review.Place;
import org.mammoflow.review.Worklist;
import org.mammoflow.review.WorklistFilter;
import org.mammoflow.web.api.CaseImages;
import org.mammoflow.web.look.Looking;

/** A case at the reading desk: opened, claimed, shown. */
@Named("reading")
@ViewScoped
public class CaseScreen implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Looking looking;

    @Inject
    Claiming claiming;

    @Inject
    Worklist worklist;

    @Inject
    Searches searches;

    @Inject
    FindingCards findingCards;

    @Inject
    CaseWords caseWords;

    @Inject
    StudyWords studyWords;

    @Inject
    ComparedReadings comparedReadings;

    @Inject
    CaseImages images;

    @Inject
    Language language;

    @Inject
    You you;

    private String study;
    private String list = "";
    private String takeOverReason = "";
    private transient Place place;
    private transient CaseView opened;
    private transient ImagesCalled called = ImagesCalled.NOTHING;
    private transient List<FindingCard> cards;
    private transient Optional<Claim> claim;

    /** Opens the case that the address names; a reader claims it with that. */
    public void open() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext web = faces.getExternalContext();
        list = WorklistAddress.of(new Parameters(web.getRequestParameterMap()::get))
                .query();
        Optional<CaseView> found = study == null ? Optional.empty() : looking.open(study);
        if (found.isEmpty()) {
            web.responseSendError(404, null);
            faces.responseComplete();
            return;
        }
        begin(found.get());
    }

    /**
     * Shows another case in the place of this one, without another page: what was fetched ahead of it is in the memory of
     * this page and nowhere else.
     */
    void moveTo(String other) {
        study = other;
        takeOverReason = "";
        begin(looking.moveTo(other).orElseThrow());
    }

    private void begin(CaseView view) {
        show(view);
        place = worklist.place(filter(), opened.summary());
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
        // Also what the former reader stated: it is this one's from now on.
        looking.look(study).ifPresent(this::show);
    }

    private void accept(ClaimOutcome outcome) {
        if (outcome instanceof ClaimOutcome.Held held) {
            claim = Optional.of(held.claim());
        } else if (outcome instanceof ClaimOutcome.HeldByAnother other) {
            claim = Optional.of(other.claim());
        }
    }

    private void show(CaseView view) {
        opened = view;
        if (!called.areOf(view)) {
            called = new ImagesCalled(images.names(view, language.getLocale()));
        }
        cards = findingCards.cards(view, called);
    }

    /** Shows the case anew, after something was stated about it. */
    void reload() {
        looking.look(study).ifPresent(this::show);
        if (opened.notYours().isEmpty()) {
            claim();
        } else {
            claim = opened.summary().claim();
        }
    }

    public List<FindingCard> cards() {
        return cards;
    }

    /** What the caller sees of the case as it is drawn. */
    CaseSeen seen() {
        return opened.seen();
    }

    /** The images on show, for the viewer, which may have fetched the case before one of them came. */
    public String images() {
        return cards.stream().map(card -> card.getImage().sopInstanceUid()).collect(Collectors.joining(" "));
    }

    /** Which images name another patient, in a sentence; empty when all name one. */
    public String foreign() {
        return caseWords.foreign(opened, called);
    }

    public CaseHeading heading() {
        return caseWords.heading(opened.summary());
    }

    public ClaimMark claimMark() {
        return caseWords.claim(claim);
    }

    /** Whether the caller can state something about the case now. */
    public boolean yourTurn() {
        return you.read() && opened.notYours().isEmpty();
    }

    /** Why not, in words; empty when it is the caller's turn or the caller is no reader. */
    public String notYours() {
        return you.read()
                ? opened.notYours().map(why -> caseWords.notYours(opened, why)).orElse("")
                : "";
    }

    /** Whether the network's opinion is shown to the caller. */
    public boolean revealed() {
        return opened.sight().ai();
    }

    public boolean finished() {
        return opened.summary().state() == CaseState.FINAL;
    }

    /** Whether nothing but the signature is missing. */
    public boolean ready() {
        return yourTurn()
                && cards.stream().noneMatch(FindingCard::isUndecided)
                && opened.assessment(opened.summary().round()).isPresent();
    }

    public int round() {
        return opened.summary().round();
    }

    public int readingsWanted() {
        return opened.summary().readingsWanted();
    }

    public List<EntryShown> assessments() {
        return studyWords.entries(opened, EntryKind.ASSESSMENT, called);
    }

    public List<EntryShown> missed() {
        return studyWords.entries(opened, EntryKind.AI_MISSED, called);
    }

    public List<EntryShown> recalls() {
        return studyWords.entries(opened, EntryKind.TECHNICAL_RECALL, called);
    }

    public List<EntryShown> signatures() {
        return studyWords.entries(opened, EntryKind.SIGNATURE, called);
    }

    public List<EntryShown> addenda() {
        return studyWords.entries(opened, EntryKind.ADDENDUM, called);
    }

    public List<ComparedRow> compared() {
        return comparedReadings.rows(opened, cards, called);
    }

    /** Until when the caller can take the own signature back; empty when they cannot. */
    public String takeBackUntil() {
        return caseWords.takeBackUntil(opened);
    }

    /** Where the readers marked what the network missed, for the viewer. */
    public String marks() {
        return caseWords.marks(opened);
    }

    /** The address of the case on show, as it would be opened anew. */
    public String address() {
        return list().caseLink(study);
    }

    /** The list that the reader came from. */
    WorklistAddress list() {
        return WorklistAddress.parse(list);
    }

    /** Which cases that list shows. */
    WorklistFilter filter() {
        WorklistAddress address = list();
        return address.filter(address.search().flatMap(searches::find).orElse(SearchedIdentity.ANY));
    }

    /** Where the case stood in that list when it was opened. */
    Place place() {
        return place;
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
