package org.mammoflow.server;

import java.nio.file.Path;

/** {@code await DATA-FOLDER} accompanies a start; {@code status DATA-FOLDER} reports on a running server. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        RunningServer server = RunningServer.of(Path.of(arguments[1]));
        switch (arguments[0]) {
            case "await" -> new Start(server, System.out, System.err).accompany();
            case "status" -> System.exit(new Status(server, System.out).report());
            default -> throw new IllegalArgumentException("await or status, not " + arguments[0]);
        }
    }
}
