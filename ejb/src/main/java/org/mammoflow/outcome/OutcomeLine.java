package org.mammoflow.outcome;

import java.time.LocalDate;

/**
 * A line of a file as it was written, before anybody knows whether its study is here.
 *
 * @param number the line's number in the file; the headings are line 1
 * @param studyInstanceUid empty when the line names the study by its accession number alone
 */
record OutcomeLine(
        int number,
        String studyInstanceUid,
        String accessionNumber,
        boolean cancer,
        Basis basis,
        String imageLaterality,
        String breastDensity,
        LocalDate outcomeDate) {

    StudyOutcome of(String study) {
        return new StudyOutcome(study, cancer, basis, imageLaterality, breastDensity, outcomeDate);
    }
}
