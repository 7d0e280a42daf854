package org.mammoflow.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mammoflow.parts.server.Checkout;
import org.mammoflow.parts.server.ServerOptions;

/** Commands of the launcher, each run to its end. */
final class Commands {

    /** What a command of the launcher printed and how it ended. */
    record Ending(int status, String output) {}

    private Commands() {}

    static Ending run(ServerOptions options) throws Exception {
        return ending(options.command());
    }

    static Ending mammoflow(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Checkout.launcher()));
        command.addAll(List.of(arguments));
        return ending(command);
    }

    static Ending ending(List<String> command) throws Exception {
        Path output = Files.createTempFile("launcher-", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end:\n" + Files.readString(output));
        }
        return new Ending(process.exitValue(), Files.readString(output));
    }

    /** Processes that have this data folder on their command line. */
    static List<String> processesOf(Path home) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(home.toString()))
                .toList();
    }
}
