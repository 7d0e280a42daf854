package org.mammoflow.outcome;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.mammoflow.outcome.LineFault.Kind;

/**
 * Reads a file of outcomes: CSV (RFC 4180) in UTF-8, separated by commas or semicolons, headings first, in any order. Reads on
 * after a fault, so that whoever wrote the file learns of all at once.
 */
final class OutcomeFile {

    static final String STUDY = "study_instance_uid";
    static final String ACCESSION = "accession_number";
    static final String OUTCOME = "outcome";
    static final String BASIS = "basis";
    static final String SIDE = "image_laterality";
    static final String DENSITY = "breast_density";
    static final String DAY = "outcome_date";

    private static final List<String> NEEDED = List.of(OUTCOME, BASIS, DAY);
    private static final Set<String> KNOWN = Set.of(STUDY, ACCESSION, OUTCOME, BASIS, SIDE, DENSITY, DAY);

    private final LocalDate today;
    private final List<OutcomeLine> lines = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();

    private OutcomeFile(LocalDate today) {
        this.today = today;
    }

    /** @param today no outcome is known before its day */
    static OutcomeFile read(byte[] content, LocalDate today) {
        OutcomeFile file = new OutcomeFile(today);
        Utf8Lines text = Utf8Lines.of(content);
        text.broken().forEach(line -> file.fault(line, "", Kind.NOT_UTF_8));
        if (file.faults.isEmpty()) {
            file.read(text.text());
        }
        return file;
    }

    List<OutcomeLine> lines() {
        return lines;
    }

    List<LineFault> faults() {
        return faults;
    }

    private void read(String text) {
        try (CSVParser parser = format(text).parse(new StringReader(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            try {
                readAll(parser, records);
            } catch (UncheckedIOException e) {
                fault((int) parser.getCurrentLineNumber(), "", Kind.BROKEN_LINE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is always readable", e);
        }
    }

    private static CSVFormat format(String text) {
        String first = text.lines().findFirst().orElse("");
        char separator = first.contains(";") && !first.contains(",") ? ';' : ',';
        return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }

    private void readAll(CSVParser parser, Iterator<CSVRecord> records) {
        if (!records.hasNext()) {
            fault(1, "", Kind.NO_LINES);
            return;
        }
        List<String> headings = records.next().stream()
                .map(heading -> heading.strip().toLowerCase(Locale.ROOT))
                .toList();
        checkHeadings(headings);
        boolean headingsHold = faults.isEmpty();
        while (headingsHold && records.hasNext()) {
            CSVRecord values = records.next();
            readLine((int) parser.getCurrentLineNumber(), headings, values);
        }
        if (faults.isEmpty() && lines.isEmpty()) {
            fault(1, "", Kind.NO_LINES);
        }
    }

    private void checkHeadings(List<String> headings) {
        Set<String> seen = new HashSet<>();
        headings.stream()
                .filter(heading -> !seen.add(heading))
                .forEach(twice -> fault(1, known(twice), Kind.DOUBLE_COLUMN));
        headings.stream()
                .filter(heading -> !KNOWN.contains(heading))
                .forEach(unknown -> fault(1, "column " + (headings.indexOf(unknown) + 1), Kind.UNKNOWN_COLUMN));
        NEEDED.stream()
                .filter(needed -> !headings.contains(needed))
                .forEach(missing -> fault(1, missing, Kind.MISSING_COLUMN));
        if (!headings.contains(STUDY) && !headings.contains(ACCESSION)) {
            fault(1, STUDY, Kind.MISSING_COLUMN);
        }
    }

    // A heading that is none may be a value: a file without headings begins with an identifier.
    private static String known(String heading) {
        return KNOWN.contains(heading) ? heading : "";
    }

    private void readLine(int number, List<String> headings, CSVRecord values) {
        if (values.stream().allMatch(String::isBlank)) {
            return;
        }
        if (values.size() != headings.size()) {
            fault(number, "", Kind.WRONG_NUMBER_OF_VALUES);
            return;
        }
        new OutcomeValues(number, headings, values, faults).line(today).ifPresent(lines::add);
    }

    private void fault(int line, String column, Kind kind) {
        faults.add(new LineFault(line, column, kind));
    }

    @Override
    public String toString() {
        return faults.stream().map(LineFault::words).collect(Collectors.joining("; ", "OutcomeFile[", "]"));
    }
}
