package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.mammoflow.parts.hospital.Program;
import org.mammoflow.parts.server.Caller;

/**
 * The report's files read by programs that share no code with us: Python's csv, zipfile, ElementTree and json, and poppler's
 * pdftotext. What they find must be what the database says. (HAPI's validator reads FHIR in tests/fhir.)
 */
record ForeignReaders(Path csv, Path xlsx, Path pdf, Path fhir) {

    /** What each file is asked for, in the order of recording. */
    static final String SQL = """
            select f.id, i.sop_instance_uid, case when f.ai_positive then 'true' else 'false' end,
              coalesce(r.verdict, 'OPEN'), coalesce(r.reader, ''),
              case when r.comment_text like '=%' then '''' || r.comment_text else coalesce(r.comment_text, '') end
            from finding f join stored_instance i on i.id = f.instance_id left join review r on r.finding_id = f.id
            order by f.id\
            """;

    private static final String COLUMNS =
            "['finding_id', 'sop_instance_uid', 'ai_positive', 'verdict', 'reader', 'comment']";

    private static final String CSV = """
            import csv, io, json, sys
            text = open(sys.argv[1], encoding='utf-8', newline='').read()
            proven = text[:text.index('\\r\\n# ') + 2]
            rows = list(csv.DictReader(io.StringIO(proven, newline='')))
            print(json.dumps([[row[c] for c in COLUMNS] for row in rows]))
            """;

    private static final String XLSX = """
            import json, re, sys, zipfile
            from xml.etree import ElementTree as tree
            ns = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
            with zipfile.ZipFile(sys.argv[1]) as book:
                assert book.testzip() is None
                sheet = tree.fromstring(book.read('xl/worksheets/sheet1.xml'))
                shared = tree.fromstring(book.read('xl/sharedStrings.xml'))
            assert not list(sheet.iter(ns + 'f')), 'a formula'
            def words(part):
                return ''.join(t.text or '' for t in part.iter() if t.tag in (ns + 'v', ns + 't'))
            strings = [words(each) for each in shared.iter(ns + 'si')]
            def text(cell):
                return strings[int(words(cell))] if cell.get('t') == 's' else words(cell)
            table = [{re.sub('[0-9]', '', c.get('r')): text(c) for c in row.iter(ns + 'c')} for row in sheet.iter(ns + 'row')]
            heads = {name: column for column, name in table[0].items()}
            rows = [[row.get(heads[c], '') for c in COLUMNS] for row in table[1:]]
            print(json.dumps([[str(int(float(row[0])))] + row[1:] for row in rows]))
            """;

    private static final String FHIR = """
            import json, sys
            entries = json.load(open(sys.argv[1], encoding='utf-8'))['entry']
            verdicts = {}
            for entry in entries:
                resource = entry['resource']
                if resource['resourceType'] == 'DiagnosticReport':
                    verdicts[resource['result'][0]['reference']] = resource
            rows = []
            for entry in entries:
                resource = entry['resource']
                parts = {c['code']['text']: c.get('valueString') for c in resource.get('component', [])}
                if resource['resourceType'] == 'Observation' and 'finding' in parts:
                    verdict = verdicts.get(entry['fullUrl'])
                    words = verdict['conclusion'].split(' ')[0] if verdict else 'OPEN'
                    reader = verdict['resultsInterpreter'][0]['display'] if verdict else ''
                    uid = resource['identifier'][0]['value'][len('urn:oid:'):]
                    positive = str(resource['interpretation'][0]['text'] == 'AI positive').lower()
                    rows.append([parts['finding'], uid, positive, words, reader])
            print(json.dumps(rows))
            """;

    static ForeignReaders of(Caller auditor) throws IOException {
        Path folder = Files.createTempDirectory("report-files");
        return new ForeignReaders(
                file(auditor, folder, "csv"),
                file(auditor, folder, "xlsx"),
                file(auditor, folder, "pdf"),
                file(auditor, folder, "fhir"));
    }

    private static Path file(Caller auditor, Path folder, String format) throws IOException {
        return Files.write(folder.resolve("findings." + format), auditor.bytes("/api/v1/reports/findings." + format));
    }

    void assertSameAs(List<List<String>> rows) {
        assertThat(python(CSV, csv)).as("Python's csv").isEqualTo(rows);
        assertThat(python(XLSX, xlsx)).as("zipfile and ElementTree").isEqualTo(rows);
        assertThat(python(FHIR, fhir))
                .as("FHIR by Python's json")
                .isEqualTo(rows.stream().map(row -> row.subList(0, 5)).toList());
        assertPdf(rows);
    }

    private void assertPdf(List<List<String>> rows) {
        Program.Outcome read = Program.run(List.of("pdftotext", "-layout", "-enc", "UTF-8", pdf.toString(), "-"));
        assertThat(read.exitStatus()).as(read.output()).isZero();
        assertThat(read.output()).contains("rows: " + rows.size()).containsPattern("page 1 of \\d+");
        for (List<String> row : rows) {
            assertThat(read.output().lines())
                    .as("finding " + row.get(0))
                    .anyMatch(line -> line.strip().startsWith(row.get(0) + " ")
                            && line.contains(row.get(2).equals("true") ? "positive" : "negative")
                            && line.contains(row.get(3))
                            && line.contains(row.get(4)));
        }
    }

    private static List<List<String>> python(String program, Path file) {
        Program.Outcome outcome =
                Program.run(List.of("python3", "-c", program.replace("COLUMNS", COLUMNS), file.toString()));
        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
        List<List<String>> rows = new ArrayList<>();
        for (JsonElement row : JsonParser.parseString(outcome.output()).getAsJsonArray()) {
            rows.add(texts(row.getAsJsonArray()));
        }
        return rows;
    }

    private static List<String> texts(JsonArray row) {
        return StreamSupport.stream(row.spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }
}
