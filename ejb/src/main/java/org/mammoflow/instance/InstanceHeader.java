package org.mammoflow.instance;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;

/**
 * What the database keeps of a data set: identifiers, and what a worklist and a report sort and filter by. A gap or an
 * odd value in a clinical attribute is no reason to refuse an object; it becomes an empty value here and stays as it is
 * in the file.
 */
record InstanceHeader(
        String sopClassUid,
        String sopInstanceUid,
        String studyInstanceUid,
        String seriesInstanceUid,
        Optional<String> patientId,
        Optional<String> issuerOfPatientId,
        Optional<String> patientName,
        Optional<LocalDate> patientBirthDate,
        Optional<String> accessionNumber,
        Optional<LocalDate> studyDate,
        Optional<String> modality,
        Optional<String> manufacturer,
        Optional<String> modelName,
        Optional<String> institutionName,
        Optional<String> imageLaterality,
        Optional<String> viewCode,
        Optional<String> viewPosition) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    static InstanceHeader of(Attributes dataSet) {
        return new InstanceHeader(
                uid(dataSet, Tag.SOPClassUID),
                uid(dataSet, Tag.SOPInstanceUID),
                uid(dataSet, Tag.StudyInstanceUID),
                uid(dataSet, Tag.SeriesInstanceUID),
                text(dataSet, Tag.PatientID, 64),
                text(dataSet, Tag.IssuerOfPatientID, 64),
                text(dataSet, Tag.PatientName, 400),
                date(dataSet, Tag.PatientBirthDate),
                text(dataSet, Tag.AccessionNumber, 64),
                date(dataSet, Tag.StudyDate),
                text(dataSet, Tag.Modality, 16),
                text(dataSet, Tag.Manufacturer, 64),
                text(dataSet, Tag.ManufacturerModelName, 64),
                text(dataSet, Tag.InstitutionName, 64),
                text(dataSet, Tag.ImageLaterality, 16),
                viewCode(dataSet),
                text(dataSet, Tag.ViewPosition, 16));
    }

    private static Optional<String> viewCode(Attributes dataSet) {
        return dataSet.items(Tag.ViewCodeSequence).stream().findFirst().flatMap(item -> text(item, Tag.CodeValue, 32));
    }

    // Whole, and all values if there are several: what is cut could be somebody else's.
    private static String uid(Attributes dataSet, int tag) {
        return String.join("\\", dataSet.strings(tag)).strip();
    }

    // Cut to the column: a 64 kB value must not make a valid image unstorable.
    private static Optional<String> text(Attributes dataSet, int tag, int length) {
        return dataSet.string(tag)
                .map(s -> CONTROL.matcher(s).replaceAll("\uFFFD").strip())
                .filter(s -> !s.isEmpty())
                .map(s -> s.length() <= length ? s : s.substring(0, length));
    }

    private static Optional<LocalDate> date(Attributes dataSet, int tag) {
        try {
            return text(dataSet, tag, 10).map(s -> LocalDate.parse(s, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
