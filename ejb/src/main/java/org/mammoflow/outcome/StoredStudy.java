package org.mammoflow.outcome;

import java.time.LocalDate;

/**
 * A study that is stored here.
 *
 * @param studyDate the earliest of its images; null when none says one
 */
record StoredStudy(String studyInstanceUid, String accessionNumber, LocalDate studyDate) {}
