package org.mammoflow.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A case as the caller reads it: its row of the worklist, its images in the order of their arrival, and what was stated
 * about the whole, as far as it is shown to the caller.
 *
 * @param notYours why the caller cannot state anything now; empty when they can
 */
public record CaseView(
        CaseSummary summary,
        List<ImageView> images,
        List<EntryView> entries,
        Sight sight,
        Optional<Refusal.Why> notYours) {

    /** The assessment of a reading that stands. */
    public Optional<EntryView> assessment(int round) {
        return entries.stream()
                .filter(entry -> entry.round() == round && entry.stands(EntryKind.ASSESSMENT))
                .reduce((earlier, later) -> later);
    }

    /** In which breasts one reading says that the network missed something; an image without a side stands for itself. */
    public Set<String> missedSides(int round) {
        return MissedSides.of(
                entries.stream().filter(entry -> entry.round() == round),
                images.stream().map(ImageView::instance).toList());
    }

    /** Images that name another patient than the one that came first. */
    public List<ImageView> foreign() {
        return images.stream()
                .filter(image -> image.instance()
                        .patient()
                        .contradicts(images.get(0).instance().patient()))
                .toList();
    }

    /** What the caller sees with this. */
    public CaseSeen seen() {
        return CaseSeen.of(this);
    }

    /** How many findings of the reading that is on wait for the caller's verdict; none that is not revealed. */
    int openFindings() {
        return (int) images.stream()
                .filter(image -> image.finding().isPresent() && image.review().isEmpty())
                .count();
    }

    /** The signature of a reading that stands. */
    public Optional<EntryView> signature(int round) {
        return entries.stream()
                .filter(entry -> entry.round() == round && entry.stands(EntryKind.SIGNATURE))
                .reduce((earlier, later) -> later);
    }
}
