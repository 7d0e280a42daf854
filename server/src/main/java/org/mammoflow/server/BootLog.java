package org.mammoflow.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of {@code server.log} that one start has written, and the reasons in it. */
final class BootLog {
    private static final int MOST_LINES = 12;
    private static final int MOST_CAUSES = 3;
    private static final int LONGEST_LINE = 300;
    private static final int MOST_BYTES = 4 << 20;
    private static final Pattern CAUSE = Pattern.compile("\\s*Caused by: (?:[\\w.$]+(?:Exception|Error): )*(.+)");
    private static final Pattern ENTRY =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\S+ +([A-Z]+) +\\[[^]]*] \\([^)]*\\) (.*)");
    private static final Pattern STACK = Pattern.compile("\\s*(?:at |\\.\\.\\. |Suppressed: |Caused by: ).*");

    private final Path file;
    private final long beginning;

    private BootLog(Path file, long beginning) {
        this.file = file;
        this.beginning = beginning;
    }

    /** What is written to the file from now on. */
    static BootLog from(Path file) throws IOException {
        return new BootLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    /** The root causes in the order of their appearance; where none is named, the first error as WildFly words it. */
    List<String> reasons() throws IOException {
        List<String> lines = lines();
        List<String> causes = rootCauses(lines);
        return causes.isEmpty()
                ? firstError(lines).stream()
                        .limit(MOST_LINES)
                        .map(BootLog::shortened)
                        .toList()
                : distinct(causes).stream()
                        .limit(MOST_CAUSES)
                        .map(BootLog::shortened)
                        .toList();
    }

    /** The last two "Caused by" of each stack trace: the last alone is often just "Connection refused". */
    private static List<String> rootCauses(List<String> lines) {
        List<String> causes = new ArrayList<>();
        Deque<String> trace = new ArrayDeque<>();
        for (String line : lines) {
            Matcher cause = CAUSE.matcher(line);
            if (cause.matches()) {
                trace.push(cause.group(1));
            } else if (!trace.isEmpty() && !STACK.matcher(line).matches()) {
                causes.add(root(trace));
                trace.clear();
            }
        }
        if (!trace.isEmpty()) {
            causes.add(root(trace));
        }
        return causes;
    }

    private static String root(Deque<String> trace) {
        String deepest = trace.pop();
        String above = trace.peek();
        return above == null || above.contains(deepest) ? deepest : above + " (" + deepest + ")";
    }

    /** The same cause appears again inside other messages, with its quotes escaped once more. */
    private static Collection<String> distinct(List<String> causes) {
        Map<String, String> first = new LinkedHashMap<>();
        causes.forEach(cause -> first.putIfAbsent(cause.replaceAll("[\\\\\"{}\\],]", ""), cause));
        return first.values();
    }

    private static List<String> firstError(List<String> lines) {
        List<String> error = new ArrayList<>();
        for (String line : lines) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                if (!error.isEmpty()) {
                    break;
                }
                if (entry.group(1).equals("ERROR") || entry.group(1).equals("FATAL")) {
                    error.add(entry.group(2));
                }
            } else if (!error.isEmpty() && !STACK.matcher(line).matches()) {
                error.add(line);
            }
        }
        return error;
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " ...";
    }

    private List<String> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            boolean rotatedMeanwhile = log.length() < beginning;
            log.seek(rotatedMeanwhile ? 0 : beginning);
            byte[] written = new byte[(int) Math.min(log.length() - log.getFilePointer(), MOST_BYTES)];
            log.readFully(written);
            return new String(written, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
