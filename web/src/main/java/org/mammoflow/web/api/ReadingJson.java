package org.mammoflow.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.mammoflow.review.AssessmentCategory;
import org.mammoflow.review.EntryView;
import org.mammoflow.review.ReadingPolicy;

/** The wire format of what is stated about studies, and of how a site reads. */
final class ReadingJson {

    private ReadingJson() {}

    static JsonObject entry(EntryView entry) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("id", entry.id())
                .add("round", entry.round())
                .add("kind", entry.kind().name())
                .add("code", entry.code())
                .add("comment", entry.comment())
                .add("aiShown", entry.aiShown())
                .add("reader", entry.reader())
                .add("recordDigest", entry.recordDigest())
                .add("recordedAt", entry.recordedAt().toString())
                .add("withdrawn", entry.withdrawn());
        entry.instanceId().ifPresent(id -> json.add("instanceId", id));
        entry.mark().ifPresent(mark -> json.add("column", mark.column()).add("row", mark.row()));
        entry.withdraws().ifPresent(id -> json.add("withdraws", id));
        entry.finalAt().ifPresent(time -> json.add("finalAt", time.toString()));
        return json.build();
    }

    static JsonObject policy(ReadingPolicy policy) {
        return JsonBuilders.object()
                .add("mode", policy.mode().name())
                .add("readings", policy.readings())
                .add("arbitration", policy.arbitration().name())
                .add("finalAfterSeconds", policy.finalAfter().toSeconds())
                .build();
    }

    static JsonObject category(AssessmentCategory category) {
        return JsonBuilders.object()
                .add("code", category.code())
                .add("words", category.words())
                .build();
    }
}
