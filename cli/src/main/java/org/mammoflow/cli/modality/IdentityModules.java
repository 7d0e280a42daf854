package org.mammoflow.cli.modality;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Uid;

/** Patient, study, series and equipment (PS3.3 C.7.1, C.7.2, C.7.3, C.7.5). */
record IdentityModules(Visit visit, LocalDateTime taken) implements Module {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

    @Override
    public void writeTo(Attributes object) {
        patient(object);
        study(object);
        series(object);
        equipment(object);
        times(object);
    }

    private void patient(Attributes object) {
        PhantomPatient patient = visit.patient();
        object.set(Tag.SpecificCharacterSet, patient.characterSets().toArray(String[]::new))
                .set(Tag.PatientName, patient.name())
                .set(Tag.PatientID, patient.id())
                .set(Tag.IssuerOfPatientID, "MAMMOFLOW-PHANTOM")
                .set(Tag.PatientBirthDate, DATE.format(patient.birthDate()))
                .set(Tag.PatientSex, "F")
                .set(Tag.PatientAge, "%03dY".formatted(visit.ageAtStudy()))
                .set(Tag.PatientComments, "Digital breast phantom, not a patient");
    }

    private void study(Attributes object) {
        object.set(Tag.StudyInstanceUID, visit.studyInstanceUid())
                .set(Tag.StudyDate, DATE.format(visit.start()))
                .set(Tag.StudyTime, TIME.format(visit.start()))
                .set(Tag.StudyID, visit.accessionNumber())
                .set(Tag.AccessionNumber, visit.accessionNumber())
                .set(Tag.ReferringPhysicianName, "PHANTOM^REFERRER")
                .set(Tag.StudyDescription, "Screening mammography (phantom)")
                .setItems(Tag.ProcedureCodeSequence, Code.SCREENING.item());
    }

    private void series(Attributes object) {
        object.set(Tag.Modality, "MG")
                .set(Tag.PresentationIntentType, "FOR PRESENTATION")
                .set(Tag.SeriesInstanceUID, visit.seriesInstanceUid())
                .setInt(Tag.SeriesNumber, 1)
                .set(Tag.SeriesDescription, "Screening")
                .set(Tag.BodyPartExamined, "BREAST")
                .set(Tag.OperatorsName, "PHANTOM^RADIOGRAPHER")
                .set(Tag.SeriesDate, DATE.format(visit.start()))
                .set(Tag.SeriesTime, TIME.format(visit.start()));
        performedStep(object);
    }

    private void performedStep(Attributes object) {
        object.set(Tag.PerformedProcedureStepID, visit.accessionNumber())
                .set(Tag.PerformedProcedureStepStartDate, DATE.format(visit.start()))
                .set(Tag.PerformedProcedureStepStartTime, TIME.format(visit.start()))
                .setItems(
                        Tag.RequestAttributesSequence,
                        new Attributes()
                                .set(Tag.RequestedProcedureID, visit.accessionNumber())
                                .set(Tag.ScheduledProcedureStepID, visit.accessionNumber()));
    }

    private void equipment(Attributes object) {
        String maker = visit.detector().maker();
        object.set(Tag.Manufacturer, maker)
                .set(Tag.ManufacturerModelName, visit.detector().model())
                .set(Tag.InstitutionName, "Phantom Screening Centre")
                .set(Tag.InstitutionAddress, "1 Phantom Street, Nowhere")
                .set(Tag.StationName, maker.replace("PHANTOM ", "PHANTOM_"))
                .set(Tag.DeviceSerialNumber, "PH-" + maker.length() + "0042")
                .set(Tag.SoftwareVersions, "Mammoflow phantom 1");
    }

    private void times(Attributes object) {
        object.set(Tag.AcquisitionDate, DATE.format(taken))
                .set(Tag.AcquisitionTime, TIME.format(taken))
                .set(Tag.ContentDate, DATE.format(taken))
                .set(Tag.ContentTime, TIME.format(taken))
                .set(Tag.InstanceCreationDate, DATE.format(taken))
                .set(Tag.InstanceCreationTime, TIME.format(taken))
                .set(Tag.SOPClassUID, Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION);
    }
}
