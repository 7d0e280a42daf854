package org.mammoflow.classifier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.classifier.Device;
import org.mammoflow.classifier.NetworkCard;

/** A server that is asked to stop still has images under way; ONNX Runtime must not be torn down under them. */
class StopTest {

    /** What the system reports of a process that SIGTERM ended; one that died of a fault of memory reports 134. */
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    @TempDir
    Path folder;

    @Test
    void images_under_way_are_judged_to_the_end_when_the_process_is_asked_to_stop() throws Exception {
        Process process = judging();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("judging");
            // Not the process itself: that would close what it still says.
            process.toHandle().destroy();
            List<String> rest = said.lines().toList();
            assertThat(process.waitFor()).as("exit status; it said %s", rest).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(rest).contains("judged to the end");
        } finally {
            process.destroyForcibly();
        }
    }

    private Process judging() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-cp",
                        absoluteClassPath(),
                        Judging.class.getName(),
                        network().toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile());
        // The C library overwrites what is freed, so that using it afterwards fails now and not some day.
        builder.environment().put("MALLOC_PERTURB_", "85");
        return builder.start();
    }

    private static String absoluteClassPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    private static Path network() throws IOException {
        try (var files = Files.walk(Path.of("../../models"), 3)) {
            return files.filter(file -> file.getFileName().toString().equals("resnet18.onnx"))
                    .sorted()
                    .findFirst()
                    .orElseThrow()
                    .getParent();
        }
    }

    /** Judges images while the process stops, as a server does that waits for its workers. */
    static final class Judging {

        private static final int AFTER_THE_SIGNAL = 40;

        private Judging() {}

        public static void main(String[] arguments) throws Exception {
            NetworkCard card = NetworkCard.read(Path.of(arguments[0]));
            OnnxFile onnx = card.weights().in(Path.of(arguments[0]));
            Session session = OnnxSession.open(onnx, Device.parse("cpu"), 1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                for (int i = 0; i < AFTER_THE_SIGNAL; i++) {
                    judge(session, card.input().size());
                }
                session.close();
                System.out.println("judged to the end");
            }));
            System.out.println("judging");
            Thread.sleep(Long.MAX_VALUE);
        }

        private static void judge(Session session, int size) {
            session.run(List.of(new float[size * size]), size);
        }
    }
}
