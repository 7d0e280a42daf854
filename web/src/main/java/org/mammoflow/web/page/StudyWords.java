package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mammoflow.review.AssessmentCategory;
import org.mammoflow.review.CaseView;
import org.mammoflow.review.EntryKind;
import org.mammoflow.review.EntryView;
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
        String image = image(entry, view, called);
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

    /** What the image is called that a statement is about; empty for one about the whole study. */
    String image(EntryView entry, CaseView view, ImagesCalled called) {
        return entry.instanceId().map(id -> imageName(view, id, called)).orElse("");
    }

    private static String imageName(CaseView view, long instanceId, ImagesCalled called) {
        return view.images().stream()
                .filter(image -> image.instance().id() == instanceId)
                .map(image -> called.name(image.instance()))
                .findFirst()
                .orElse("?");
    }
}
