package org.mammoflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Demo, send and echo against dcmtk's storescp. */
class SendingTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    @TempDir
    Path folder;

    private Path received;
    private int port;
    private Process storescp;

    @BeforeEach
    void start() throws IOException {
        received = Files.createDirectory(folder.resolve("received"));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        storescp = DebianTool.storescp().start("--fork", "--accept-all", "+B", "-od", received, port);
        awaitEcho();
    }

    /** Asks until the server answers; storescp says nowhere when it is ready. */
    private void awaitEcho() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (echo().exitCode() != 0) {
            assertThat(System.nanoTime()).as("storescp listens").isLessThan(deadline);
        }
    }

    @AfterEach
    void stop() {
        storescp.destroy();
    }

    private CommandRun echo() {
        return CommandRun.of("echo", "--port", port);
    }

    private List<Path> files(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.sorted().toList();
        }
    }

    @Test
    void echo_tells_that_the_peer_answered() {
        assertThat(echo().out()).contains("MAMMOFLOW at 127.0.0.1:" + port + " answered");
    }

    @Test
    void demo_sends_four_views_of_each_study_and_says_what_to_look_at() throws IOException {
        CommandRun run = CommandRun.of(
                "demo", "--port", port, "--studies", 2, "--scale", 0.1, "--web-url", "http://here/worklist");
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        assertThat(files(received)).hasSize(8);
        assertThat(run.out())
                .contains("8 of 8 images were stored")
                .contains("http://here/worklist")
                .contains("PHANTOM-0001  finding");
    }

    @Test
    void the_same_seed_sends_the_same_bytes_again() throws IOException {
        CommandRun.of("demo", "--port", port, "--studies", 1, "--scale", 0.1, "--seed", 5);
        List<Path> first = files(received);
        byte[] before = Files.readAllBytes(first.get(0));
        CommandRun.of("demo", "--port", port, "--studies", 1, "--scale", 0.1, "--seed", 5);
        assertThat(files(received)).isEqualTo(first);
        assertThat(Files.readAllBytes(first.get(0))).isEqualTo(before);
    }

    @Test
    void what_demo_writes_send_sends_unchanged() throws IOException {
        Path made = folder.resolve("made");
        assertThat(CommandRun.of("demo", "--studies", 1, "--scale", 0.1, "--out", made)
                        .exitCode())
                .isZero();
        CommandRun run = CommandRun.of("send", made, "--port", port);
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        assertThat(run.out()).contains("4 of 4 files were stored");
        byte[] sent = Files.readAllBytes(files(made).get(0));
        byte[] arrived = Files.readAllBytes(files(received).get(0));
        assertThat(dataSet(arrived)).isEqualTo(dataSet(sent));
    }

    /** What follows the file meta information, which each program writes in its own way. */
    private static byte[] dataSet(byte[] file) {
        int groupLength = (file[140] & 0xFF) + 256 * (file[141] & 0xFF);
        return java.util.Arrays.copyOfRange(file, 144 + groupLength, file.length);
    }

    @Test
    void send_names_a_file_that_is_no_dicom_sends_the_others_and_ends_with_1() throws IOException {
        Path made = folder.resolve("made");
        CommandRun.of("demo", "--studies", 1, "--scale", 0.1, "--out", made);
        Files.writeString(made.resolve("notes.txt"), "no mammogram");
        CommandRun run = CommandRun.of("send", made, "--port", port);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("notes.txt is no DICOM object");
        assertThat(run.out()).contains("4 of 5 files were stored");
    }

    @Test
    void send_tells_status_and_remedy_of_a_refusal() throws IOException {
        Path made = folder.resolve("made");
        CommandRun.of("demo", "--studies", 1, "--scale", 0.1, "--out", made);
        storescp.destroy();
        storescp.onExit().join();
        storescp = DebianTool.storescp().start("--implicit", "-od", received, port);
        awaitEcho();
        CommandRun run = CommandRun.of("send", made, "--port", port);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("was not stored, 0x0122")
                .contains("uncompressed")
                .contains("0 of 4 files were stored");
    }

    @Test
    void nobody_there_is_told_with_a_remedy() {
        storescp.destroy();
        storescp.onExit().join();
        CommandRun run = CommandRun.of("demo", "--port", port, "--studies", 1);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("Nobody answers as MAMMOFLOW at 127.0.0.1:" + port)
                .contains("--port");
    }
}
