package org.mammoflow.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mammoflow.platform.Digest;

/** The content of one statement about a study, and its digest over all fields. */
record EntryRecord(
        String studyInstanceUid, int round, NewEntry statement, boolean aiShown, String reader, Instant recordedAt) {

    String digest() {
        List<String> fields = new ArrayList<>(List.of(
                studyInstanceUid, Integer.toString(round), Boolean.toString(aiShown), reader, recordedAt.toString()));
        fields.addAll(statement.fields());
        return Digest.ofFields(fields);
    }
}
