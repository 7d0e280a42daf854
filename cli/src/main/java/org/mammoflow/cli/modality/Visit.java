package org.mammoflow.cli.modality;

import java.time.LocalDateTime;
import java.util.List;
import org.mammoflow.phantom.Detector;

/**
 * One patient's examination on one unit: what all objects of a study share.
 *
 * @param seed from which everything was drawn
 * @param patient the phantom
 * @param start date and time of the study
 * @param detector of the unit
 * @param implantMisdeclared Breast Implant Present says the opposite of what the images show
 */
public record Visit(
        long seed, PhantomPatient patient, LocalDateTime start, Detector detector, boolean implantMisdeclared) {

    /** A visit of one woman of a training set, with a true header. */
    public static Visit forTraining(long seed, int number, Detector detector) {
        LocalDateTime start = LocalDateTime.of(2026, 6, 1, 8, 0).plusMinutes(number * 10L);
        return new Visit(seed, PhantomPatient.number(number), start, detector, false);
    }

    /** Study Instance UID. */
    public String studyInstanceUid() {
        return uid("study");
    }

    String seriesInstanceUid() {
        return uid("series");
    }

    /** An identifier of a part of this visit. Scaled images are other objects than full ones. */
    String uid(Object... part) {
        return StableUid.of(seed, patient.id(), detector.field().columns(), List.of(part));
    }

    String accessionNumber() {
        return "PH" + StableUid.of(seed, patient.id()).substring(5, 13);
    }

    int ageAtStudy() {
        return patient.birthDate().until(start.toLocalDate()).getYears();
    }
}
