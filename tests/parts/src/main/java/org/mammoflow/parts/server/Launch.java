package org.mammoflow.parts.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of the launcher. Its process becomes the server's: the same id, the same end. */
record Launch(Process process, Path output) {
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    static Launch of(List<String> command, Map<String, String> environment, Path output) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            return new Launch(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady(String url) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ask = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .build();
        Instant limit = Instant.now().plus(READY_WITHIN);
        while (!answersOk(client, ask)) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                process.destroyForcibly();
                throw new AssertionError("the server did not become ready:\n" + console());
            }
        }
    }

    String awaitConsole(String text) {
        Instant limit = Instant.now().plus(READY_WITHIN);
        while (!console().contains(text)) {
            if (awaitExit(BETWEEN_LOOKS) || Instant.now().isAfter(limit)) {
                throw new AssertionError("never printed '" + text + "':\n" + console());
            }
        }
        return console();
    }

    /** Asks once; waits a moment before it says no. */
    private boolean answersOk(HttpClient client, HttpRequest ask) {
        try {
            if (client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                return true;
            }
        } catch (IOException notYet) {
            // Nobody listens yet.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        awaitExit(BETWEEN_LOOKS);
        return false;
    }

    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void awaitEnd(Duration atMost) {
        if (!awaitExit(atMost)) {
            process.destroyForcibly();
            throw new AssertionError("the server did not end within " + atMost + ":\n" + console());
        }
    }

    private boolean awaitExit(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String console() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
