package org.mammoflow.it;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of docs/faults.md, and what is wrong with them. */
record FaultTable(List<Row> rows) {

    private static final Pattern LINE = Pattern.compile("\\| ([NPW]\\d+) \\|.*\\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final int NETWORK_FAULTS = 20;
    private static final int OBJECT_FAULTS = 16;
    private static final int WEB_FAULTS = 18;

    /** A fault with its answer and the tests, as {@code Class.method}, that show it. */
    record Row(String id, String fault, String answer, List<String> tests) {

        private static Row of(String line) {
            // The fault itself may hold none, so a split is enough.
            String[] cells = line.split("\\|", -1);
            return new Row(
                    cells[1].strip(),
                    cells[2].strip(),
                    cells[3].strip(),
                    TEST.matcher(cells[4])
                            .results()
                            .map(MatchResult::group)
                            .map(test -> test.replace("`", ""))
                            .toList());
        }

        private boolean isComplete() {
            return !fault.isEmpty() && !answer.isEmpty() && !tests.isEmpty();
        }
    }

    static FaultTable in(String document) {
        return new FaultTable(document.lines()
                .filter(line -> LINE.matcher(line).matches())
                .map(Row::of)
                .toList());
    }

    /** N1 to N20, P1 to P16 and W1 to W18, in this order. */
    static List<String> expected() {
        return Stream.of(ids("N", NETWORK_FAULTS), ids("P", OBJECT_FAULTS), ids("W", WEB_FAULTS))
                .flatMap(ids -> ids)
                .toList();
    }

    private static Stream<String> ids(String letter, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> letter + number);
    }

    List<String> ids() {
        return rows.stream().map(Row::id).toList();
    }

    /** Rows with an empty cell, or without a test. */
    List<String> incomplete() {
        return rows.stream().filter(row -> !row.isComplete()).map(Row::id).toList();
    }

    /** Named tests that the sources do not have. */
    List<String> missingTests(TestSources sources) {
        return rows.stream()
                .flatMap(row -> row.tests().stream())
                .distinct()
                .filter(test -> !sources.hasTest(Arrays.asList(test.split("\\."))))
                .toList();
    }
}
