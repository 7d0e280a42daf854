package org.mammoflow.cli.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.mammoflow.classifier.MammogramClass;
import org.mammoflow.cli.CannotContinue;

/**
 * A table of labelled images that has been checked.
 *
 * @param columns of the table, in their order
 * @param rows at least one
 */
public record LabelTable(List<String> columns, List<Row> rows) {
    private static final List<String> REQUIRED = List.of("image", "patient", "class");
    private static final Set<String> CLASSES = Arrays.stream(MammogramClass.values())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SPLITS = Set.of("train", "validation", "test");

    /**
     * @param line in the table, for messages
     * @param image the file
     * @param cells as many as there are columns
     */
    public record Row(long line, Path image, List<String> cells) {}

    /** The table that a folder brings along. */
    public static Path in(Path folder) {
        return Stream.of("truth.csv", "labels.csv")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new CannotContinue("There is neither truth.csv nor labels.csv in " + folder
                        + ". Name the label table with --labels FILE; tensors --help describes it."));
    }

    /**
     * Reads and checks a table.
     *
     * @param folder of the images
     * @throws CannotContinue with all that is wrong, by line
     */
    public static LabelTable read(Path table, Path folder) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(table, StandardCharsets.UTF_8, format)) {
            requireColumns(parser.getHeaderNames(), table);
            return new Checker(folder, parser.getHeaderNames()).check(parser.getRecords(), table);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new CannotContinue(table + " is no CSV table with a header line: " + e.getMessage(), e);
        }
    }

    private static void requireColumns(List<String> header, Path table) {
        List<String> missing =
                REQUIRED.stream().filter(name -> !header.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new CannotContinue(table + " has no column " + String.join(", ", missing) + ". Its header line is: "
                    + String.join(",", header));
        }
        if (header.contains("tensors")) {
            throw new CannotContinue(table + " must not have a column 'tensors'");
        }
    }

    /** Collects everything that is wrong, so that a table is mended in one go. */
    private static final class Checker {
        private static final int MOST_PROBLEMS = 20;

        private final Path folder;
        private final List<String> columns;
        private final List<String> problems = new ArrayList<>();
        private final Set<Path> images = new HashSet<>();
        private final Map<String, String> splits = new HashMap<>();

        Checker(Path folder, List<String> columns) {
            this.folder = folder;
            this.columns = columns;
        }

        LabelTable check(List<CSVRecord> records, Path table) {
            List<Row> rows = records.stream().map(this::row).toList();
            if (rows.isEmpty()) {
                problems.add("the table has no row");
            }
            if (!problems.isEmpty()) {
                String shown = problems.stream().limit(MOST_PROBLEMS).collect(Collectors.joining("\n  "));
                int more = problems.size() - MOST_PROBLEMS;
                throw new CannotContinue(table + " cannot be used:\n  " + shown
                        + (more > 0 ? "\n  and " + more + " more problems" : ""));
            }
            return new LabelTable(columns, rows);
        }

        private Row row(CSVRecord cells) {
            long line = cells.getRecordNumber() + 1;
            if (!cells.isConsistent()) {
                problems.add("line " + line + ": " + cells.size() + " cells, the header has " + columns.size());
                return new Row(line, folder, List.of());
            }
            checkClass(line, cells.get("class"));
            checkSplit(line, cells);
            if (cells.get("patient").isEmpty()) {
                problems.add("line " + line + ": the patient is missing");
            }
            return new Row(line, image(line, cells.get("image")), cells.toList());
        }

        private void checkClass(long line, String name) {
            if (!CLASSES.contains(name.toLowerCase(Locale.ROOT))) {
                problems.add("line " + line + ": unknown class '" + name + "', known are "
                        + CLASSES.stream().sorted().collect(Collectors.joining(", ")));
            }
        }

        private void checkSplit(long line, CSVRecord cells) {
            if (!columns.contains("split") || cells.get("split").isEmpty()) {
                return;
            }
            String split = cells.get("split");
            if (!SPLITS.contains(split)) {
                problems.add("line " + line + ": unknown split '" + split + "', known are train, validation, test");
            }
            String before = splits.putIfAbsent(cells.get("patient"), split);
            if (before != null && !before.equals(split)) {
                problems.add("line " + line + ": patient " + cells.get("patient") + " is in " + split + " and in "
                        + before + "; all images of a patient must be on one side");
            }
        }

        private Path image(long line, String name) {
            Path root = folder.toAbsolutePath().normalize();
            Path file = Stream.of(root.resolve(name), root.resolve("images").resolve(name))
                    .map(Path::normalize)
                    .filter(path -> path.startsWith(root) && Files.isRegularFile(path))
                    .findFirst()
                    .orElse(null);
            if (name.isEmpty() || file == null) {
                problems.add("line " + line + ": there is no image '" + name + "' in " + folder + " or its images/");
                return folder;
            }
            if (!images.add(file)) {
                problems.add("line " + line + ": image '" + name + "' occurs twice");
            }
            return file;
        }
    }
}
