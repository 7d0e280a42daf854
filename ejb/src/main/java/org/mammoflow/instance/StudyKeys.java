package org.mammoflow.instance;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Matching keys of a study search (PS3.4 C.2.2.2); every key is optional, all that are given must match.
 *
 * @param patientName with the wildcards {@code *} and {@code ?}; upper and lower case count as one
 * @param modality of which the study must have an object
 */
public record StudyKeys(
        Optional<String> studyInstanceUid,
        Optional<String> patientId,
        Optional<String> patientName,
        Optional<String> accessionNumber,
        Optional<LocalDate> studyDateFrom,
        Optional<LocalDate> studyDateTo,
        Optional<String> modality) {

    /** Names no one: a record is printed by logs and exceptions sooner or later. */
    @Override
    public String toString() {
        return "StudyKeys[not shown]";
    }
}
