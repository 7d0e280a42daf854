package org.mammoflow.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mammoflow.platform.Digest;

/** What a reader wants to state. */
record NewEntry(
        EntryKind kind,
        Optional<Long> instanceId,
        String code,
        String comment,
        Optional<PixelMark> mark,
        Optional<Long> withdraws,
        Optional<Instant> finalAt,
        String signedDigest) {

    private static final int COMMENT_LENGTH = 2000;

    NewEntry {
        comment = comment == null ? "" : comment.strip();
        if (comment.length() > COMMENT_LENGTH) {
            throw new InvalidOpinion("comment is longer than 2,000 characters");
        }
    }

    static NewEntry assessment(String category, String comment) {
        return of(EntryKind.ASSESSMENT, Optional.empty(), category, comment, Optional.empty());
    }

    static NewEntry missed(long instanceId, PixelMark mark, String comment) {
        return of(EntryKind.AI_MISSED, Optional.of(instanceId), "", comment, Optional.of(mark));
    }

    static NewEntry technicalRecall(long instanceId, String reason, String comment) {
        return of(EntryKind.TECHNICAL_RECALL, Optional.of(instanceId), reason, comment, Optional.empty());
    }

    static NewEntry withdrawal(long entryId) {
        return new NewEntry(
                EntryKind.WITHDRAWAL,
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Optional.of(entryId),
                Optional.empty(),
                "");
    }

    static NewEntry signature(String meaning, Instant finalAt, String signedDigest) {
        return new NewEntry(
                EntryKind.SIGNATURE,
                Optional.empty(),
                meaning,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(finalAt),
                signedDigest);
    }

    static NewEntry addendum(String text, String signedDigest) {
        return new NewEntry(
                EntryKind.ADDENDUM,
                Optional.empty(),
                "",
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                signedDigest);
    }

    private static NewEntry of(
            EntryKind kind, Optional<Long> instanceId, String code, String comment, Optional<PixelMark> mark) {
        return new NewEntry(kind, instanceId, code, comment, mark, Optional.empty(), Optional.empty(), "");
    }

    List<String> fields() {
        return List.of(
                kind.name(),
                text(instanceId),
                code,
                comment,
                text(mark.map(PixelMark::column)),
                text(mark.map(PixelMark::row)),
                text(withdraws),
                text(finalAt),
                signedDigest);
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    /** The digest of all that a signature covers, in the order of its statement. */
    static String digestOf(List<String> recordDigests) {
        return Digest.ofFields(recordDigests);
    }
}
