package org.mammoflow.report;

/** The kinds of file that a report is exported as. */
public enum ReportFormat {
    CSV("text/csv;charset=UTF-8", "csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PDF("application/pdf", "pdf"),
    FHIR("application/fhir+json", "fhir.json");

    /** Of more rows a PDF prints none: some 450 pages are more than anybody reads. */
    public static final int MOST_PRINTED_ROWS = 20_000;

    private final String mediaType;
    private final String extension;

    ReportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }
}
