package org.mammoflow.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;

/** Accompanies a start until the server is ready, has failed or is gone. */
final class Start {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final RunningServer server;
    private final PrintStream out;
    private final PrintStream err;
    private final Instant began = Instant.now();
    private final BootLog log;

    Start(RunningServer server, PrintStream out, PrintStream err) throws IOException {
        this.server = server;
        this.out = out;
        this.err = err;
        this.log = BootLog.from(server.log());
    }

    void accompany() throws IOException, InterruptedException {
        out.println("Starting the server ...");
        Instant nextWord = began.plus(server.patience());
        while (server.isAlive()) {
            if (bootMarker().startsWith("error")) {
                giveUp();
                return;
            }
            Readiness readiness = Readiness.ask(server.readiness());
            if (readiness.ready()) {
                out.println(new Banner(server, readiness, Duration.between(began, Instant.now())));
                return;
            }
            if (Instant.now().isAfter(nextWord)) {
                nextWord = Instant.now().plus(server.patience());
                err.printf("Still waiting (%s). The log: %s%n", readiness.complaint(), server.log());
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        tellWhy("The server ended before it was ready:");
    }

    /** WildFly writes it when the boot is over: {@code success:…} or {@code error:…}. */
    private String bootMarker() throws IOException {
        return Files.exists(server.bootMarker()) ? Files.readString(server.bootMarker()) : "";
    }

    /** A server whose application did not deploy serves nobody: say why, and end it. */
    private void giveUp() throws IOException {
        tellWhy("The server did not start:");
        ProcessHandle process = server.process();
        if (process != null) {
            process.destroy();
        }
    }

    private void tellWhy(String what) throws IOException {
        var reasons = log.reasons();
        if (reasons.isEmpty()) {
            return; // Stopped by its user.
        }
        err.println(what);
        reasons.forEach(reason -> err.println("  " + reason));
        err.println("All of it: " + server.log());
    }
}
