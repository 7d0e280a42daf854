package org.mammoflow.dicom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of another DICOM toolkit that the tests work against. */
public final class ForeignTool {

    private static final Map<String, String> PACKAGES = Map.of(
            "gdcm", "libgdcm-tools", "dci", "dicom3tools", "openssl", "openssl", "keytool", "openjdk-17-jdk-headless");

    private final Path program;

    private ForeignTool(Path program) {
        this.program = program;
    }

    /** What a program said and how it ended. */
    public record Outcome(int exitStatus, String output) {}

    /** Finds a program on the path. */
    public static ForeignTool find(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(ForeignTool::new)
                .orElseThrow(
                        () -> new AssertionError(name + " is missing: install the Debian package " + packageOf(name)));
    }

    private static String packageOf(String name) {
        return PACKAGES.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("dcmtk");
    }

    /** Runs it to its end, a minute at most. */
    public Outcome run(Object... arguments) {
        try {
            Path output = Files.createTempFile("foreign-tool", ".txt");
            try {
                return run(output, arguments);
            } finally {
                Files.delete(output);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(program + " could not be run", e);
        }
    }

    private Outcome run(Path output, Object... arguments) throws IOException, InterruptedException {
        Process process = builder(arguments).redirectOutput(output.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(program + " did not end: " + Files.readString(output, ISO_8859_1));
        }
        return new Outcome(process.exitValue(), Files.readString(output, ISO_8859_1));
    }

    /** Starts it, for a server; the caller ends it. */
    public Process start(Object... arguments) throws IOException {
        return builder(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder(Object... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TCP_NODELAY", "1");
        return builder;
    }
}
