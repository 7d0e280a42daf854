package org.mammoflow.web.dicomweb;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.instance.Instance;

/** What a search answers about a study or a series (PS3.18 10.6.3.3). */
final class IndexEntry {

    private IndexEntry() {}

    /** @param objects of one study, at least one */
    static Attributes study(List<Instance> objects) {
        Instance any = objects.get(0);
        Attributes entry = utf8().set(Tag.StudyInstanceUID, any.studyInstanceUid())
                .set(Tag.ModalitiesInStudy, distinct(objects, i -> i.modality().orElse("")))
                .set(Tag.InstanceAvailability, "ONLINE")
                .set(Tag.RetrieveURL, DicomWeb.PATH + "/studies/" + any.studyInstanceUid())
                .setInt(Tag.NumberOfStudyRelatedSeries, distinct(objects, Instance::seriesInstanceUid).length)
                .setInt(Tag.NumberOfStudyRelatedInstances, objects.size());
        set(entry, Tag.StudyDate, any.studyDate().map(IndexEntry::da));
        set(entry, Tag.AccessionNumber, any.accessionNumber());
        set(entry, Tag.PatientName, any.patient().name());
        set(entry, Tag.PatientID, any.patient().id());
        set(entry, Tag.IssuerOfPatientID, any.patient().issuerOfId());
        set(entry, Tag.PatientBirthDate, any.patient().birthDate().map(IndexEntry::da));
        return entry;
    }

    /** @param objects of one series, at least one */
    static Attributes series(List<Instance> objects) {
        Instance any = objects.get(0);
        Attributes entry = utf8().set(Tag.StudyInstanceUID, any.studyInstanceUid())
                .set(Tag.SeriesInstanceUID, any.seriesInstanceUid())
                .set(
                        Tag.RetrieveURL,
                        DicomWeb.PATH + "/studies/" + any.studyInstanceUid() + "/series/" + any.seriesInstanceUid())
                .setInt(Tag.NumberOfSeriesRelatedInstances, objects.size());
        set(entry, Tag.Modality, any.modality());
        return entry;
    }

    private static Attributes utf8() {
        return new Attributes().set(Tag.SpecificCharacterSet, "ISO_IR 192");
    }

    private static String[] distinct(List<Instance> objects, Function<Instance, String> value) {
        return objects.stream().map(value).filter(v -> !v.isEmpty()).distinct().toArray(String[]::new);
    }

    private static void set(Attributes entry, int tag, Optional<String> value) {
        value.ifPresent(text -> entry.set(tag, text));
    }

    private static String da(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
