package org.mammoflow.parts.hospital;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of somebody else, run to its end. */
public final class Program {

    private Program() {}

    /** What a program said and how it ended. */
    public record Outcome(int exitStatus, String output) {}

    public static Outcome run(List<String> command) {
        try {
            Path output = Files.createTempFile("program-", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command.get(0) + " did not end");
            }
            String said = Files.readString(output, StandardCharsets.ISO_8859_1);
            Files.delete(output);
            return new Outcome(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(command.get(0) + " not run: is its Debian package installed?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
