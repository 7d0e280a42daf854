package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mammoflow.review.CaseView;
import org.mammoflow.review.ImageView;

/** Puts the images of a case into words. */
@RequestScoped
public class FindingCards {

    @Inject
    Words words;

    @Inject
    Moments moments;

    @Inject
    You you;

    /** In the order in which the views hang. */
    List<FindingCard> cards(CaseView view, ImagesCalled called) {
        List<FindingCard> cards = new ArrayList<>(
                view.images().stream().map(image -> card(image, called)).toList());
        cards.sort(Comparator.comparingInt(card -> card.getImage().rank()));
        return cards;
    }

    FindingCard card(ImageView view, ImagesCalled called) {
        return new FindingCard(
                ImageShown.of(view.instance(), called.name(view.instance()), words),
                view.finding()
                        .map(finding -> OpinionShown.of(finding, words, moments))
                        .orElse(null),
                view.finding().isPresent() || view.hidden() ? null : silence(view),
                view.review()
                        .map(review -> ReviewShown.of(review, you.name(), words, moments))
                        .orElse(null),
                view.readings(),
                view.hidden());
    }

    private SilenceShown silence(ImageView view) {
        return view.noOpinion()
                .map(statement -> SilenceShown.of(statement, words))
                .orElseGet(() -> SilenceShown.waiting(words));
    }
}
