package org.mammoflow.report;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a file of each format says about each finding: its number and its verdict. */
final class FileReading {

    private static final Pattern XLSX_ROW = Pattern.compile("<row r=\"[0-9]+\"[^>]*>(.*?)</row>");
    private static final Pattern XLSX_CELL =
            Pattern.compile("<c r=\"([A-Z]+)[0-9]+\"[^>]*>(?:<v>|<is><t[^>]*>)([^<]*)<");
    private static final Pattern PDF_ROW = Pattern.compile("(?m)^([0-9]+) .*(CONFIRMED|REJECTED|UNCERTAIN|OPEN)\\b.*$");

    private FileReading() {}

    static Map<Long, ReportVerdict> verdicts(ReportFormat format, byte[] file) throws Exception {
        return switch (format) {
            case CSV -> csv(new String(file, StandardCharsets.UTF_8));
            case XLSX -> xlsx(file);
            case PDF -> pdf(file);
            case FHIR -> fhir(file);
        };
    }

    /** What a file says beside its rows, on one line. */
    static String text(ReportFormat format, byte[] file) throws Exception {
        String text = switch (format) {
            case CSV, FHIR -> new String(file, StandardCharsets.UTF_8);
            case XLSX -> part(file, "xl/sharedStrings.xml").replaceAll("<[^>]*>", " ");
            case PDF -> {
                try (PDDocument document = Loader.loadPDF(file)) {
                    yield new PDFTextStripper().getText(document);
                }
            }
        };
        return text.replaceAll("\\s+", " ");
    }

    private static String part(byte[] file, String name) throws Exception {
        Path path = Files.write(Files.createTempFile("report", ".xlsx"), file);
        try (ZipFile zip = new ZipFile(path.toFile());
                InputStream content = zip.getInputStream(zip.getEntry(name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(path);
        }
    }

    private static Map<Long, ReportVerdict> csv(String file) throws Exception {
        Map<Long, ReportVerdict> verdicts = new TreeMap<>();
        for (CSVRecord row : CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(file.substring(0, file.indexOf("\r\n# ") + 2)))) {
            verdicts.put(Long.valueOf(row.get("finding_id")), ReportVerdict.valueOf(row.get("verdict")));
        }
        return verdicts;
    }

    private static Map<Long, ReportVerdict> xlsx(byte[] file) throws Exception {
        String sheet = part(file, "xl/worksheets/sheet1.xml");
        String id = column("finding_id");
        String verdict = column("verdict");
        Map<Long, ReportVerdict> verdicts = new TreeMap<>();
        XLSX_ROW.matcher(sheet).results().skip(1).forEach(row -> {
            Map<String, String> cells = new HashMap<>();
            XLSX_CELL.matcher(row.group(1)).results().forEach(cell -> cells.put(cell.group(1), cell.group(2)));
            verdicts.put((long) Double.parseDouble(cells.get(id)), ReportVerdict.valueOf(cells.get(verdict)));
        });
        return verdicts;
    }

    // Columns are A to Z and AA to AD.
    private static String column(String heading) {
        int index = Cells.HEADINGS.indexOf(heading);
        return index < 26 ? Character.toString('A' + index) : "A" + (char) ('A' + index - 26);
    }

    private static Map<Long, ReportVerdict> pdf(byte[] file) throws Exception {
        Map<Long, ReportVerdict> verdicts = new TreeMap<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            PDF_ROW.matcher(text.getText(document))
                    .results()
                    .forEach(row -> verdicts.put(Long.valueOf(row.group(1)), ReportVerdict.valueOf(row.group(2))));
        }
        return verdicts;
    }

    private static Map<Long, ReportVerdict> fhir(byte[] file) {
        List<JsonObject> entries = Json.createReader(new ByteArrayInputStream(file))
                .readObject()
                .getJsonArray("entry")
                .getValuesAs(JsonObject.class);
        Map<String, Long> findings = new HashMap<>();
        Map<Long, ReportVerdict> verdicts = new TreeMap<>();
        for (JsonObject entry : entries) {
            JsonObject resource = entry.getJsonObject("resource");
            if (resource.getString("resourceType").equals("Observation")) {
                resource.getJsonArray("component").getValuesAs(JsonObject.class).stream()
                        .filter(part ->
                                part.getJsonObject("code").getString("text").equals("finding"))
                        .map(part -> Long.valueOf(part.getString("valueString")))
                        .forEach(id -> {
                            findings.put(entry.getString("fullUrl"), id);
                            verdicts.put(id, ReportVerdict.OPEN);
                        });
            } else if (resource.getString("resourceType").equals("DiagnosticReport")) {
                String about = resource.getJsonArray("result").getJsonObject(0).getString("reference");
                verdicts.put(
                        findings.get(about),
                        ReportVerdict.valueOf(resource.getString("conclusion").split(" ")[0]));
            }
        }
        return verdicts;
    }
}
