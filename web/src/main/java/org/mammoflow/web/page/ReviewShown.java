package org.mammoflow.web.page;

import java.util.Locale;
import org.mammoflow.review.ReviewView;

/**
 * The decision that counts, in words: verdict, reader, time, reason, comment.
 *
 * @param style the verdict's name in the style sheet
 */
public record ReviewShown(
        String style, String sentence, String reason, String comment, boolean changed, String revision, boolean yours) {

    static ReviewShown of(ReviewView review, String you, Words words, Moments moments) {
        return new ReviewShown(
                review.verdict().name().toLowerCase(Locale.ROOT),
                words.of("review.is." + review.verdict().name(), review.reader(), moments.minute(review.reviewedAt())),
                review.reason().isEmpty() ? "" : words.ofCode("reason", review.reason()),
                review.comment(),
                review.signed(),
                words.of("review.revision", review.revision()),
                review.reader().equals(you));
    }
}
