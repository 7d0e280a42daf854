package org.mammoflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportTest {

    private static final ReportTitle TITLE =
            new ReportTitle("all findings", "auditor", Instant.parse("2026-11-23T10:00:00Z"), 41);
    private static final ReportFilter ALL = filter(Optional.empty(), Optional.empty());

    @ParameterizedTest
    @EnumSource
    void counts_are_those_of_the_rows(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = SixFindings.in(kind)) {
            ReportCounts counts = database.fromTransaction(em -> new ReportQuery(em, ALL).counts());
            assertThat(counts).isEqualTo(new ReportCounts(1, 1, 0, 1, 1, 1, 0, 1));
            assertThat(rows(database, ALL)).hasSize(6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_latest_revision_counts(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = SixFindings.in(kind)) {
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
        try (TestDatabase.Opened database = SixFindings.in(kind)) {
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
        ReportSeal seal = write(ReportFormat.CSV, List.of(row("fine")), file);
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
        write(ReportFormat.CSV, List.of(row(comment)), file);
        assertThat(parse(file).get(0).get("comment")).isEqualTo("'" + comment);
    }

    @Test
    void quotes_line_breaks_and_any_script_survive_the_file() throws Exception {
        String comment = "\"left\", 左乳房\nsecond line; ümlaut";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(ReportFormat.CSV, List.of(row(comment)), file);
        assertThat(parse(file).get(0).get("comment")).isEqualTo(comment);
    }

    @Test
    void the_pdf_holds_every_row_numbers_its_pages_and_carries_the_digest() throws Exception {
        List<ReportRow> rows = Stream.generate(() -> row("左")).limit(120).toList();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ReportSeal seal = write(ReportFormat.PDF, rows, file);
        try (PDDocument document = Loader.loadPDF(file.toByteArray())) {
            String text = new PDFTextStripper().getText(document);
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            assertThat(text).contains("page 1 of " + pages, "page " + pages + " of " + pages, seal.sha256());
            assertThat(text)
                    .contains("like sensitivity 100.0% (96.9-100.0%, 120 of 120)", "signature: signed", "Wilson")
                    .contains("site Hospital: AI positive 120 confirmed, 0 rejected");
            assertThat(text.split("ACC-1", -1)).hasSize(121);
        }
    }

    @Test
    void a_pdf_of_more_rows_than_anybody_reads_tells_the_numbers_and_the_digest_of_all_and_says_that_it_prints_none()
            throws Exception {
        int many = ReportFormat.MOST_PRINTED_ROWS + 1;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ReportSeal seal = write(ReportFormat.PDF, Collections.nCopies(many, row("")), file);
        ReportSeal whole = write(ReportFormat.CSV, Collections.nCopies(many, row("")), new ByteArrayOutputStream());
        assertThat(seal).isEqualTo(whole);
        try (PDDocument document = Loader.loadPDF(file.toByteArray())) {
            assertThat(document.getNumberOfPages()).isLessThan(5);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "rows: " + many,
                            seal.sha256(),
                            "The rows are not printed",
                            "AI positive " + many + " confirmed",
                            "page 1 of " + document.getNumberOfPages())
                    .doesNotContain("ACC-1");
        }
    }

    @Test
    void every_format_of_the_same_rows_has_the_same_digest_and_count() throws Exception {
        List<ReportRow> rows = List.of(row("=1+1"), row("左乳房\nnext"), row(""));
        Set<ReportSeal> seals = new HashSet<>();
        for (ReportFormat format : ReportFormat.values()) {
            seals.add(write(format, rows, new ByteArrayOutputStream()));
        }
        assertThat(seals)
                .singleElement()
                .satisfies(seal -> assertThat(seal.rows()).isEqualTo(3));
    }

    @Test
    void the_workbook_holds_scores_as_numbers_and_comments_as_text() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(ReportFormat.XLSX, List.of(row("=1+1"), row("plain & <tag>")), file);
        Map<String, Document> parts = workbook(file.toByteArray());
        Document sheet = parts.get("xl/worksheets/sheet1.xml");
        assertThat(sheet.getElementsByTagName("f").getLength()).as("formulas").isZero();
        assertThat(sheet.getElementsByTagName("row").getLength()).isEqualTo(3);
        assertThat(cell(sheet, "V2").getTextContent()).isEqualTo("'=1+1");
        assertThat(cell(sheet, "V3").getTextContent()).isEqualTo("plain & <tag>");
        assertThat(cell(sheet, "M2").getAttribute("t")).as("malignancy").isIn("", "n");
        assertThat(Double.parseDouble(cell(sheet, "M2").getTextContent())).isEqualTo(0.8);
    }

    @Test
    void the_fhir_bundle_holds_an_observation_for_each_finding_and_a_report_for_each_verdict() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ReportSeal seal = write(ReportFormat.FHIR, List.of(row("first"), row("second")), file);
        JsonObject bundle =
                Json.createReader(new ByteArrayInputStream(file.toByteArray())).readObject();
        List<JsonObject> resources = bundle.getJsonArray("entry").getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getJsonObject("resource"))
                .toList();
        assertThat(resources)
                .extracting(resource -> resource.getString("resourceType"))
                .containsExactly(
                        "Device",
                        "ImagingStudy",
                        "Observation",
                        "DiagnosticReport",
                        "Observation",
                        "DiagnosticReport",
                        "Provenance");
        assertThat(resources.get(6).toString()).contains(seal.sha256(), "signature: signed");
        assertThat(resources
                        .get(2)
                        .getJsonObject("valueQuantity")
                        .getJsonNumber("value")
                        .doubleValue())
                .isEqualTo(0.8);
    }

    @Test
    void a_deidentified_file_holds_no_identifier_day_or_free_text_and_the_same_numbers() throws Exception {
        List<ReportRow> rows = List.of(row("Mrs Example"), row("again"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        FileTally without = new FileTally(new Deidentifying(rows.iterator()), file);
        CsvReport.write(content(without), file);
        assertThat(file.toString(StandardCharsets.UTF_8))
                .doesNotContain(
                        "Example",
                        "ACC-1",
                        "1.2.3,",
                        "MODALITY",
                        "radiologist",
                        "Hospital",
                        "2026-11-23T09:00:00Z,CONF")
                .contains("reader-1", "device-1", "site-1", "2.25.", "2026-11-01T00:00:00Z");
        FileTally whole = new FileTally(rows.iterator());
        CsvReport.write(content(whole), new ByteArrayOutputStream());
        assertThat(content(without).statistics().overall())
                .isEqualTo(content(whole).statistics().overall());
        assertThat(parse(file).get(0).get("study_instance_uid"))
                .isEqualTo(parse(file).get(1).get("study_instance_uid"));
    }

    /** Whoever has the ordinary file too could otherwise lay one beside the other, row by row. */
    @ParameterizedTest
    @EnumSource
    void a_deidentified_file_has_numbers_of_its_own_in_an_order_that_is_not_that_of_the_findings(
            TestDatabase kind, @TempDir Path folder) throws Exception {
        try (TestDatabase.Opened database = kind.open()) {
            for (int i = 1; i <= 40; i++) {
                Rows.instance(database, i, "1.2.3." + i, "1.2." + i, "2026-11-01");
                Rows.finding(database, 100 + i, i, i / 100.0);
            }
            Path file = folder.resolve("report");
            database.inTransaction(em -> new ReportMoment(em, new ExportOrder(ALL, ReportFormat.CSV, true))
                    .write(TITLE, (title, seal) -> "signed", new ExportProgress(), file));
            List<CSVRecord> rows = parse(Files.readString(file)).stream()
                    .filter(row -> !row.get(0).startsWith("#"))
                    .toList();
            assertThat(rows)
                    .extracting(row -> row.get("finding_id"))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 40)
                            .mapToObj(Integer::toString)
                            .toList());
            List<String> scores =
                    rows.stream().map(row -> row.get("malignancy")).toList();
            assertThat(scores)
                    .doesNotHaveDuplicates()
                    .isNotEqualTo(scores.stream().sorted().toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_export_shows_one_moment_whatever_is_decided_meanwhile(TestDatabase kind) throws SQLException {
        try (TestDatabase.Opened database = SixFindings.in(kind)) {
            database.inTransaction(em -> {
                try (Stream<ReportRow> rows = new ReportQuery(em, ALL).rows()) {
                    Iterator<ReportRow> each = rows.iterator();
                    each.next();
                    Rows.review(database, 3, 1, "CONFIRMED");
                    Rows.review(database, 6, 1, "REJECTED");
                    int open = 0;
                    while (each.hasNext()) {
                        open += each.next().verdict() == ReportVerdict.OPEN ? 1 : 0;
                    }
                    assertThat(open).isEqualTo(2);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static ReportSeal write(ReportFormat format, List<ReportRow> rows, ByteArrayOutputStream file)
            throws Exception {
        FileTally tally =
                format == ReportFormat.CSV ? new FileTally(rows.iterator(), file) : new FileTally(rows.iterator());
        return ReportWriting.write(format, content(tally), file);
    }

    static ReportContent content(FileTally tally) {
        return new ReportContent(
                tally,
                TITLE,
                new Circumstances(new Silence(3, 2, 1, 0), List.of(), List.of(), List.of(), true),
                (title, seal) -> "signed");
    }

    private static Map<String, Document> workbook(byte[] file) throws Exception {
        Map<String, Document> parts = new HashMap<>();
        Path path = Files.write(Files.createTempFile("report", ".xlsx"), file);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".xml")) {
                    parts.put(
                            entry.getName(),
                            DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(zip.getInputStream(entry)));
                }
            }
        }
        return parts;
    }

    private static Element cell(Document sheet, String reference) {
        NodeList cells = sheet.getElementsByTagName("c");
        return IntStream.range(0, cells.getLength())
                .mapToObj(i -> (Element) cells.item(i))
                .filter(cell -> cell.getAttribute("r").equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private static List<ReportRow> rows(TestDatabase.Opened database, ReportFilter filter) {
        return database.fromTransaction(em -> {
            try (Stream<ReportRow> rows = new ReportQuery(em, filter).rows()) {
                return rows.toList();
            }
        });
    }

    private static List<CSVRecord> parse(ByteArrayOutputStream file) throws Exception {
        return parse(file.toString(StandardCharsets.UTF_8));
    }

    private static List<CSVRecord> parse(String file) throws Exception {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(file))
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

    static ReportRow row(String comment) {
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
                Instant.parse("2026-11-23T09:30:00Z"),
                "Hospital",
                "",
                Optional.empty());
    }
}
