package org.mammoflow.web.page;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mammoflow.platform.Period;
import org.mammoflow.review.CaseBand;
import org.mammoflow.review.CaseState;
import org.mammoflow.review.WorklistFilter;

/**
 * What the worklist's address says: so a list can be bookmarked and the back button works.
 *
 * @param state nothing for all cases; an address without it means the open ones
 * @param search names a search for a patient or accession number that the session keeps ({@link Searches}): an identifier
 *     in an address would end up in logs and histories
 * @param page from 1 on
 */
public record WorklistAddress(
        Optional<CaseState> state,
        Optional<CaseBand> band,
        Optional<String> site,
        Optional<String> modality,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Whose whose,
        Optional<String> search,
        int page) {

    /** Its days. */
    Period period() {
        return new Period(from, to);
    }

    /** Which cases by their claims. */
    public enum Whose {
        ANY,
        MINE,
        UNCLAIMED
    }

    static final String ALL = "ALL";

    static WorklistAddress of(Parameters parameters) {
        boolean all = parameters.text("state").filter(ALL::equals).isPresent();
        return new WorklistAddress(
                all
                        ? Optional.empty()
                        : parameters.oneOf("state", CaseState.class).or(() -> Optional.of(CaseState.OPEN)),
                parameters.oneOf("band", CaseBand.class),
                parameters.text("site"),
                parameters.text("modality"),
                parameters.day("from"),
                parameters.day("to"),
                parameters.oneOf("whose", Whose.class).orElse(Whose.ANY),
                parameters.text("search"),
                parameters.page());
    }

    /** Reads a query that {@link #query()} wrote. */
    static WorklistAddress parse(String query) {
        return of(Parameters.parse(query));
    }

    WorklistAddress searching(Optional<String> name) {
        return new WorklistAddress(state, band, site, modality, from, to, whose, name, 1);
    }

    WorklistFilter filter(SearchedIdentity identity) {
        return new WorklistFilter(
                state,
                band,
                identity.patientId(),
                identity.issuerOfPatientId(),
                identity.accessionNumber(),
                site,
                modality,
                from,
                to,
                whose == Whose.MINE,
                whose == Whose.UNCLAIMED);
    }

    /** The address of the list, first page. */
    public String link() {
        return link("worklist.xhtml", "");
    }

    /** The address of a case that goes back to this list. */
    String caseLink(String studyInstanceUid) {
        return link("case.xhtml", "study=" + studyInstanceUid);
    }

    private String link(String page, String first) {
        String query = Stream.of(first, query()).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return query.isEmpty() ? page : page + "?" + query;
    }

    /** The query of this address without its page, the shortest that reads back the same. */
    public String query() {
        return new QueryString()
                .with("state", state.map(Enum::name).orElse(ALL).replace(CaseState.OPEN.name(), ""))
                .with("band", band)
                .with("site", site)
                .with("modality", modality)
                .with("from", from)
                .with("to", to)
                .with("whose", whose == Whose.ANY ? "" : whose.name())
                .with("search", search)
                .toString();
    }
}
