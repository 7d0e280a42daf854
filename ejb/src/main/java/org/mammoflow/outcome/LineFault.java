package org.mammoflow.outcome;

/**
 * Why a line keeps its file from being imported. Names the place and never what stood there: that may be an identifier.
 *
 * @param line counted from 1, the headings
 * @param column the column's name; empty when the whole line is meant
 */
public record LineFault(int line, String column, Kind kind) {

    /** What is wrong. Each has its words in the bundles. */
    public enum Kind {
        NOT_UTF_8("is not UTF-8: save the file as CSV UTF-8"),
        BROKEN_LINE("is no line of CSV: a quotation mark is not closed or stands inside a value"),
        NO_LINES("holds no line beside the headings"),
        MISSING_COLUMN("is missing among the headings"),
        UNKNOWN_COLUMN("is no column of this file"),
        DOUBLE_COLUMN("stands twice among the headings"),
        WRONG_NUMBER_OF_VALUES("has not as many values as there are headings"),
        NO_STUDY_NAMED("names no study: study_instance_uid or accession_number is needed"),
        NOT_A_UID("is no DICOM UID"),
        UNKNOWN_STUDY("names a study that is not stored here"),
        SEVERAL_STUDIES("names several studies: give study_instance_uid"),
        STUDY_CONTRADICTION("names another study than study_instance_uid"),
        STUDY_TWICE("names a study that an earlier line of the file is about"),
        NOT_AN_OUTCOME("must be CANCER or NO_CANCER"),
        NOT_A_BASIS("must be BIOPSY or FOLLOW_UP"),
        NOT_A_SIDE("must be L, R, B or empty"),
        SIDE_WITHOUT_CANCER("must be empty without a cancer"),
        NOT_A_DENSITY("must be A, B, C, D or empty"),
        NOT_A_DAY("must be a day such as 2026-01-31"),
        DAY_IN_THE_FUTURE("lies in the future"),
        DAY_BEFORE_THE_STUDY("lies before the day of the study");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** In English, for programs and their people. */
    public String words() {
        return "line " + line + (column.isEmpty() ? " " : ", " + column + ": ") + kind.words;
    }
}
