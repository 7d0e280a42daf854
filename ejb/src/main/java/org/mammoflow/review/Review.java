package org.mammoflow.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Immutable
@Table(name = "review")
class Review {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "review_seq")
    @SequenceGenerator(name = "review_seq", sequenceName = "review_seq")
    private Long id;

    private long findingId;
    private int revision;
    private short readingRound;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Verdict verdict;

    private String reason;

    @Column(name = "comment_text")
    private String comment;

    private String reader;
    private boolean signed;
    private String recordDigest;
    private Instant reviewedAt;

    protected Review() {}

    Review(ReviewRecord content) {
        this.findingId = content.findingId();
        this.revision = content.revision();
        this.readingRound = (short) content.round();
        this.verdict = content.opinion().verdict();
        this.reason = content.opinion().reason();
        this.comment = content.opinion().comment();
        this.reader = content.reader();
        this.signed = content.signed();
        this.reviewedAt = content.reviewedAt();
        this.recordDigest = content.digest();
    }

    ReviewView view() {
        return new ReviewView(
                id,
                findingId,
                revision,
                readingRound,
                verdict,
                reason,
                comment,
                reader,
                signed,
                recordDigest,
                reviewedAt);
    }
}
