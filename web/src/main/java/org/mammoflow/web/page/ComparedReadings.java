package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mammoflow.review.CaseState;
import org.mammoflow.review.CaseView;
import org.mammoflow.review.EntryKind;
import org.mammoflow.review.EntryView;
import org.mammoflow.review.ReviewView;
import org.mammoflow.review.Verdict;

/**
 * The signed readings of a case side by side, and the network's beside them: all that an arbiter can have been called for, a
 * line each. What {@link org.mammoflow.review.Agreement} takes for a disagreement is told as one.
 */
@RequestScoped
public class ComparedReadings {

    private static final String NOTHING = "–";

    @Inject
    StudyWords studyWords;

    @Inject
    Words words;

    /** Empty as long as there is nothing to compare: one reading alone, which nobody is called to settle. */
    List<ComparedRow> rows(CaseView view, List<FindingCard> cards, ImagesCalled called) {
        List<Integer> rounds = IntStream.rangeClosed(1, view.summary().round())
                .filter(round -> view.signature(round).isPresent())
                .boxed()
                .toList();
        if (rounds.size() < 2 && !isForArbitration(view, rounds)) {
            return List.of();
        }
        List<ComparedRow> rows = new ArrayList<>();
        rows.add(ComparedRow.heading(
                words.of("compare.reader"),
                each(rounds, round -> view.signature(round).orElseThrow().reader()),
                words.of("column.network")));
        rows.add(ComparedRow.among(
                words.of("assessment"),
                each(
                        rounds,
                        round -> view.assessment(round).map(EntryView::code).orElse(NOTHING))));
        rows.add(ComparedRow.among(
                words.of("recall"), each(rounds, round -> images(view, EntryKind.TECHNICAL_RECALL, round, called))));
        rows.add(missed(view, rounds, called));
        cards.forEach(card -> rows.add(verdicts(card, rounds)));
        return rows;
    }

    private static boolean isForArbitration(CaseView view, List<Integer> rounds) {
        return view.summary().state() == CaseState.ARBITRATION && !rounds.isEmpty();
    }

    /** Whoever says that the network missed something contradicts it. */
    private ComparedRow missed(CaseView view, List<Integer> rounds, ImagesCalled called) {
        boolean differs =
                rounds.stream().anyMatch(round -> !view.missedSides(round).isEmpty());
        return new ComparedRow(
                words.of("missed"),
                each(rounds, round -> images(view, EntryKind.AI_MISSED, round, called)),
                NOTHING,
                differs);
    }

    /** Whoever rejects what the network stated contradicts it. */
    private ComparedRow verdicts(FindingCard card, List<Integer> rounds) {
        List<String> said = each(rounds, round -> verdict(card, round));
        boolean rejected = card.getReadings().stream()
                .anyMatch(review -> rounds.contains(review.round()) && review.verdict() == Verdict.REJECTED);
        return new ComparedRow(
                card.getImage().name(),
                said,
                card.getOpinion() == null ? NOTHING : card.getOpinion().band().word(),
                rejected || ComparedRow.differ(said));
    }

    private String verdict(FindingCard card, int round) {
        return card.getReadings().stream()
                .filter(review -> review.round() == round)
                .findFirst()
                .map(ReviewView::verdict)
                .map(verdict -> words.of("verdict." + verdict.name()))
                .orElse(NOTHING);
    }

    private String images(CaseView view, EntryKind kind, int round, ImagesCalled called) {
        String names = view.entries().stream()
                .filter(entry -> entry.round() == round && entry.stands(kind))
                .map(entry -> studyWords.image(entry, view, called))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? NOTHING : names;
    }

    private static List<String> each(List<Integer> rounds, IntFunction<String> said) {
        return rounds.stream().map(said::apply).toList();
    }
}
