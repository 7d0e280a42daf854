package org.mammoflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

class ReportTest {

    private static final ReportTitle TITLE =
            new ReportTitle("all findings", "auditor", Instant.parse("2026-11-23T10:00:00Z"));
    private static final ReportFilter ALL = filter(Optional.empty(), Optional.empty());

    @ParameterizedTest
    @EnumSource
    void counts_are_those_of_the_rows(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = sixFindings(kind)) {
            ReportCounts counts = database.fromTransaction(em -> new ReportQuery(em, ALL).counts());
            assertThat(counts).isEqualTo(new ReportCounts(1, 1, 0, 1, 1, 1, 0, 1));
            assertThat(rows(database, ALL)).hasSize(6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_latest_revision_counts(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = sixFindings(kind)) {
            Rows.review(database, 1, 2, "REJECTED");
            ReportCounts counts = database.fromTransaction(em -> new ReportQuery(em, ALL).counts());
            assertThat(counts.positiveConfirmed()).isZero();
            assertThat(counts.positiveRejected()).isEqualTo(2);
            assertThat(rows(database, ALL)).hasSize(6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void filters_by_verdict_modality_network_study_and_day(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = sixFindings(kind)) {
            assertThat(rows(database, filter(Optional.of(ReportVerdict.OPEN), Optional.empty())))
                    .extracting(ReportRow::findingId)
                    .containsExactly(3L, 6L);
            assertThat(rows(database, filter(Optional.empty(), Optional.of("MODALITY"))))
                    .hasSize(6);
            assertThat(rows(database, filter(Optional.empty(), Optional.of("OTHER"))))
                    .isEmpty();
            assertThat(rows(
                            database,
                            days(LocalDate.now().minusDays(1), LocalDate.now().plusDays(1))))
                    .hasSize(6);
            assertThat(rows(database, days(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1))))
                    .isEmpty();
        }
    }

    @Test
    void the_digest_covers_every_byte_before_the_closing_lines() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ReportSeal seal = CsvReport.write(List.of(row("fine")).iterator(), TITLE, file);
        String text = file.toString(StandardCharsets.UTF_8);
        String proven = text.substring(0, text.indexOf("# "));
        assertThat(HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(proven.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(seal.sha256());
        assertThat(text).contains("# rows: 1", "# filter: all findings", "# asked by: auditor", seal.sha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"})
    void a_comment_that_looks_like_a_formula_becomes_text(String comment) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        CsvReport.write(List.of(row(comment)).iterator(), TITLE, file);
        assertThat(parse(file).get(0).get("comment")).isEqualTo("'" + comment);
    }

    @Test
    void quotes_line_breaks_and_any_script_survive_the_file() throws Exception {
        String comment = "\"left\", 左乳房\nsecond line; ümlaut";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        CsvReport.write(List.of(row(comment)).iterator(), TITLE, file);
        assertThat(parse(file).get(0).get("comment")).isEqualTo(comment);
    }

    @Test
    void the_pdf_holds_every_row_numbers_its_pages_and_carries_the_digest() throws Exception {
        List<ReportRow> rows = Stream.generate(() -> row("左")).limit(120).toList();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ReportSeal seal = new ReportSeal(120, "ab".repeat(32));
        PdfReport.write(rows.iterator(), TITLE, new ReportCounts(120, 0, 0, 0, 0, 0, 0, 0), seal, file);
        try (PDDocument document = Loader.loadPDF(file.toByteArray())) {
            String text = new PDFTextStripper().getText(document);
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            assertThat(text).contains("page 1 of " + pages, "page " + pages + " of " + pages, seal.sha256());
            assertThat(text.split("ACC-1", -1)).hasSize(121);
        }
    }

    private static TestDatabase.Opened sixFindings(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        for (int i = 1; i <= 6; i++) {
            Rows.instance(database, i, "1.2.3." + i, "1.2." + i, "2026-11-01");
            Rows.finding(database, i, i, i <= 3 ? 0.8 : 0.1);
        }
        Rows.review(database, 1, 1, "CONFIRMED");
        Rows.review(database, 2, 1, "REJECTED");
        Rows.review(database, 4, 1, "CONFIRMED");
        Rows.review(database, 5, 1, "REJECTED");
        return database;
    }

    private static List<ReportRow> rows(TestDatabase.Opened database, ReportFilter filter) {
        return database.fromTransaction(em -> {
            try (Stream<ReportRow> rows = new ReportQuery(em, filter).rows()) {
                return rows.toList();
            }
        });
    }

    private static List<CSVRecord> parse(ByteArrayOutputStream file) throws Exception {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(file.toString(StandardCharsets.UTF_8)))
                .getRecords();
    }

    private static ReportFilter filter(Optional<ReportVerdict> verdict, Optional<String> modality) {
        return new ReportFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), modality, Optional.empty(), verdict);
    }

    private static ReportFilter days(LocalDate from, LocalDate to) {
        return new ReportFilter(
                Optional.of(from),
                Optional.of(to),
                Optional.empty(),
                Optional.empty(),
                Optional.of("resnet18/1.0.0"),
                Optional.empty());
    }

    private static ReportRow row(String comment) {
        return new ReportRow(
                1,
                "1.2.3",
                "1.2",
                "ACC-1",
                LocalDate.of(2026, 11, 1),
                "MODALITY",
                "R",
                "399162004",
                "resnet18/1.0.0",
                "trained",
                "a".repeat(64),
                "CPUExecutionProvider",
                0.8,
                0.1,
                "HIGH",
                true,
                false,
                Instant.parse("2026-11-23T09:00:00Z"),
                ReportVerdict.CONFIRMED,
                1,
                "AGREE",
                comment,
                "radiologist",
                Instant.parse("2026-11-23T09:30:00Z"));
    }
}
