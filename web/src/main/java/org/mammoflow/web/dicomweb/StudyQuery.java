package org.mammoflow.web.dicomweb;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.instance.StudyKeys;
import org.mammoflow.platform.Period;

/** The query parameters of a study search: keys by keyword or tag, {@code limit}, {@code offset} (PS3.18 8.3.4). */
final class StudyQuery {

    private static final int DEFAULT_LIMIT = 100;

    private final MultivaluedMap<String, String> parameters;

    StudyQuery(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** @throws IllegalArgumentException when a key's value breaks its format */
    StudyKeys keys() {
        Period dates = value(Tag.StudyDate, "StudyDate")
                .map(range -> new Period(end(range, 0), end(range, 1)).inOrder())
                .orElse(new Period(Optional.empty(), Optional.empty()));
        return new StudyKeys(
                value(Tag.StudyInstanceUID, "StudyInstanceUID"),
                value(Tag.PatientID, "PatientID"),
                value(Tag.PatientName, "PatientName"),
                value(Tag.AccessionNumber, "AccessionNumber"),
                dates.from(),
                dates.to(),
                value(Tag.ModalitiesInStudy, "ModalitiesInStudy"));
    }

    int limit() {
        return number("limit", DEFAULT_LIMIT);
    }

    int offset() {
        return number("offset", 0);
    }

    private int number(String name, int otherwise) {
        String text = parameters.getFirst(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(name + " must be a number from 0");
        }
        return Integer.parseInt(text);
    }

    private Optional<String> value(int tag, String keyword) {
        return Optional.ofNullable(parameters.getFirst(keyword))
                .or(() -> Optional.ofNullable(parameters.getFirst("%08X".formatted(tag))))
                .or(() -> Optional.ofNullable(parameters.getFirst("%08x".formatted(tag))))
                .filter(text -> !text.isBlank() && !text.equals("*"));
    }

    // PS3.4 C.2.2.2.5: one date, or a range with either end left out.
    private static Optional<LocalDate> end(String range, int which) {
        String[] ends = range.contains("-") ? range.split("-", 2) : new String[] {range, range};
        try {
            return Optional.of(ends[which])
                    .filter(text -> !text.isEmpty())
                    .map(text -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("StudyDate must be YYYYMMDD or a range of two", e);
        }
    }
}
