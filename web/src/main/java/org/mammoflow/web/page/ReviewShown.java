package org.mammoflow.web.page;

import org.mammoflow.review.ReviewView;
import org.mammoflow.review.Verdict;

/** The decision that counts, in words: verdict, reader, time, reason, comment. */
public record ReviewShown(
        boolean confirmed, String sentence, String reason, String comment, boolean changed, String revision) {

    static ReviewShown of(ReviewView review, Words words, Moments moments) {
        return new ReviewShown(
                review.verdict() == Verdict.CONFIRMED,
                words.of("review.is." + review.verdict().name(), review.reader(), moments.minute(review.reviewedAt())),
                review.reason().isEmpty() ? "" : words.ofCode("reason", review.reason()),
                review.comment(),
                review.revision() > 1,
                words.of("review.revision", review.revision()));
    }
}
