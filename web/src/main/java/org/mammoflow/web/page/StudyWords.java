package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mammoflow.review.AssessmentCategory;
import org.mammoflow.review.CaseView;
import org.mammoflow.review.EntryKind;
import org.mammoflow.review.EntryView;
import org.mammoflow.review.ReviewView;
import org.mammoflow.review.Vocabulary;

/** Puts what was stated about a study into words. */
@RequestScoped
public class StudyWords {

    @Inject
    Vocabulary vocabulary;

    @Inject
    Words words;

    @Inject
    Moments moments;

    @Inject
    You you;

    /** A category as it is shown: the site's own words, or those of the bundle. */
    String category(String code) {
        return vocabulary.category(code).map(this::category).orElseGet(() -> words.ofCode("assessment", code));
    }

    String category(AssessmentCategory category) {
        return category.words().isEmpty() ? words.ofCode("assessment", category.code()) : category.words();
    }

    List<EntryShown> entries(CaseView view, EntryKind kind, ImagesCalled called) {
        return view.entries().stream()
                .filter(entry -> entry.stands(kind))
                .map(entry -> shown(entry, view, called))
                .toList();
    }

    private EntryShown shown(EntryView entry, CaseView view, ImagesCalled called) {
        String image = entry.instanceId().map(id -> imageName(view, id, called)).orElse("");
        boolean open =
                view.notYours().isEmpty() && entry.round() == view.summary().round();
        return new EntryShown(
                entry.id(),
                entry.round(),
                entry.kind().name(),
                what(entry, image),
                entry.comment(),
                words.of("statement.who", entry.reader(), moments.second(entry.recordedAt())),
                !entry.aiShown(),
                open && entry.reader().equals(you.name()));
    }

    private String what(EntryView entry, String image) {
        return switch (entry.kind()) {
            case ASSESSMENT -> entry.code() + " · " + category(entry.code());
            case AI_MISSED ->
                words.of(
                        "missed.at",
                        image,
                        entry.mark().map(m -> m.column()).orElse(0),
                        entry.mark().map(m -> m.row()).orElse(0));
            case TECHNICAL_RECALL -> words.of("recall.of", image, words.ofCode("recall.reason", entry.code()));
            case SIGNATURE -> words.of("meaning." + entry.code());
            case WITHDRAWAL, ADDENDUM -> "";
        };
    }

    private static String imageName(CaseView view, long instanceId, ImagesCalled called) {
        return view.images().stream()
                .filter(image -> image.instance().id() == instanceId)
                .map(image -> called.name(image.instance()))
                .findFirst()
                .orElse("?");
    }

    /** The readings of a case side by side; empty as long as there is only one to see. */
    List<ComparedRow> compared(CaseView view, List<FindingCard> cards) {
        List<Integer> rounds = IntStream.rangeClosed(1, view.summary().round())
                .filter(round -> view.signature(round).isPresent())
                .boxed()
                .toList();
        if (rounds.size() < 2) {
            return List.of();
        }
        List<ComparedRow> rows = new ArrayList<>();
        rows.add(ComparedRow.readers(
                words.of("compare.reader"),
                each(
                        rounds,
                        round -> view.signature(round).map(EntryView::reader).orElse(""))));
        rows.add(ComparedRow.of(
                words.of("assessment"),
                each(
                        rounds,
                        round -> view.assessment(round).map(EntryView::code).orElse("–"))));
        cards.forEach(card ->
                rows.add(ComparedRow.of(card.getImage().name(), each(rounds, round -> verdict(card, round)))));
        return rows;
    }

    private String verdict(FindingCard card, int round) {
        Optional<ReviewView> review = card.getReadings().stream()
                .filter(each -> each.round() == round)
                .findFirst();
        return review.map(each -> words.of("verdict." + each.verdict().name())).orElse("–");
    }

    private static List<String> each(List<Integer> rounds, java.util.function.IntFunction<String> said) {
        return rounds.stream().map(said::apply).toList();
    }
}
