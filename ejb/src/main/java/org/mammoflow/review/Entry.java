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
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Immutable
@Table(name = "reading_entry")
class Entry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reading_entry_seq")
    @SequenceGenerator(name = "reading_entry_seq", sequenceName = "reading_entry_seq")
    private Long id;

    private String studyInstanceUid;
    private short readingRound;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private EntryKind kind;

    private Long instanceId;
    private String code;

    @Column(name = "comment_text")
    private String comment;

    private Integer pixelColumn;
    private Integer pixelRow;
    private Long withdraws;
    private boolean aiShown;
    private String reader;
    private Instant finalAt;
    private String recordDigest;
    private Instant recordedAt;

    protected Entry() {}

    Entry(EntryRecord content) {
        this.studyInstanceUid = content.studyInstanceUid();
        this.readingRound = (short) content.round();
        this.kind = content.statement().kind();
        this.instanceId = content.statement().instanceId().orElse(null);
        this.code = content.statement().code();
        this.comment = content.statement().comment();
        this.pixelColumn = content.statement().mark().map(PixelMark::column).orElse(null);
        this.pixelRow = content.statement().mark().map(PixelMark::row).orElse(null);
        this.withdraws = content.statement().withdraws().orElse(null);
        this.finalAt = content.statement().finalAt().orElse(null);
        this.aiShown = content.aiShown();
        this.reader = content.reader();
        this.recordedAt = content.recordedAt();
        this.recordDigest = content.digest();
    }

    EntryView view(boolean withdrawn) {
        return new EntryView(
                id,
                studyInstanceUid,
                readingRound,
                kind,
                Optional.ofNullable(instanceId),
                code,
                comment,
                pixelColumn == null ? Optional.empty() : Optional.of(new PixelMark(pixelColumn, pixelRow)),
                Optional.ofNullable(withdraws),
                aiShown,
                reader,
                Optional.ofNullable(finalAt),
                recordDigest,
                recordedAt,
                withdrawn);
    }
}
