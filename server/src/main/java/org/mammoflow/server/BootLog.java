package org.mammoflow.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of {@code server.log} that one start has written, and the reasons in it. */
final class BootLog {
    private static final int REASONS = 5;
    private static final int LONGEST = 300;
    private static final Pattern ROOT_CAUSE =
            Pattern.compile("^(?:\\s*)Caused by: (?:[\\w.$]+(?:Exception|Error): )?(.+)$");
    private static final Pattern ENTRY = Pattern.compile("^\\S+ \\S+ (ERROR|FATAL) +\\[[^]]*] \\([^)]*\\) (.+)$");

    private final Path file;
    private final long beginning;

    private BootLog(Path file, long beginning) {
        this.file = file;
        this.beginning = beginning;
    }

    static BootLog from(Path file) throws IOException {
        return new BootLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    /** The deepest causes first, then the errors as WildFly words them; without stack traces. */
    List<String> reasons() throws IOException {
        Set<String> causes = new LinkedHashSet<>();
        Set<String> errors = new LinkedHashSet<>();
        String cause = null;
        for (String line : lines()) {
            Matcher causeLine = ROOT_CAUSE.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (causeLine.matches()) {
                cause = causeLine.group(1);
            } else if (!isStackFrame(line)) {
                addIfPresent(causes, cause);
                cause = null;
                if (entry.matches()) {
                    addIfPresent(errors, entry.group(2));
                }
            }
        }
        addIfPresent(causes, cause);
        return (causes.isEmpty() ? errors : causes).stream().limit(REASONS).toList();
    }

    private static boolean isStackFrame(String line) {
        String text = line.strip();
        return text.startsWith("at ") || text.startsWith("... ") || text.startsWith("Suppressed:");
    }

    private static void addIfPresent(Set<String> reasons, String reason) {
        if (reason != null) {
            reasons.add(reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + " ...");
        }
    }

    private List<String> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            // Rotated meanwhile: then all of it is of this start.
            log.seek(Math.min(beginning, log.length()) == log.length() ? 0 : beginning);
            byte[] written = new byte[(int) Math.min(log.length() - log.getFilePointer(), 4 << 20)];
            log.readFully(written);
            return new String(written, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
