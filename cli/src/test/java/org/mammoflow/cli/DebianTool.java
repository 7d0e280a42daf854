package org.mammoflow.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of somebody else's to judge our work by; tests that need a missing one are skipped and say so. */
public final class DebianTool {
    private final Path program;

    private DebianTool(Path program) {
        this.program = program;
    }

    public static DebianTool dciodvfy() {
        return find("dciodvfy", "dicom3tools");
    }

    public static DebianTool storescp() {
        return find("storescp", "dcmtk");
    }

    private static DebianTool find(String name, String debianPackage) {
        Path program = Path.of("/usr/bin", name);
        assumeTrue(Files.isExecutable(program), name + " is missing: apt-get install " + debianPackage);
        return new DebianTool(program);
    }

    /** Standard output and error of a run. */
    public String output(Object... arguments) throws IOException {
        Process process = start(arguments);
        try (var out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
