package org.mammoflow.dicom.net.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestingCopyTest {

    private static final byte[] HEAD = "what stands before the data set".getBytes();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                4095,
                4096,
                Chunk.SIZE - 31,
                Chunk.SIZE - 30,
                Chunk.SIZE,
                3 * Chunk.SIZE - 31,
                20 * Chunk.SIZE + 4097
            })
    void the_file_holds_head_and_data_set_and_the_digest_is_the_files(int length) throws Exception {
        byte[] content = content(length);
        for (IncomingFolder way : List.of(IncomingFolder.at(folder), IncomingFolder.throughPageCache(folder))) {
            for (int helpers : List.of(0, 1)) {
                try (DigestingCopy copy = new DigestingCopy(helpers, Thread::new)) {
                    arrivesWhole(way, copy, content);
                }
            }
        }
    }

    @Test
    void many_at_a_time_do_not_mix() throws Exception {
        IncomingFolder incoming = IncomingFolder.at(folder);
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try (DigestingCopy copy = new DigestingCopy(1, Thread::new)) {
            List<Callable<Void>> arrivals = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                byte[] content = content(Chunk.SIZE / 2 * (i % 9) + i);
                arrivals.add(() -> {
                    arrivesWhole(incoming, copy, content);
                    return null;
                });
            }
            for (Future<Void> arrival : senders.invokeAll(arrivals)) {
                arrival.get();
            }
        } finally {
            senders.shutdown();
        }
    }

    @Test
    void a_source_that_breaks_off_is_told_and_the_next_one_arrives_whole() throws Exception {
        IncomingFolder incoming = IncomingFolder.at(folder);
        for (int helpers : List.of(0, 1)) {
            try (DigestingCopy copy = new DigestingCopy(helpers, Thread::new)) {
                try (IncomingFile file = incoming.create("broken" + helpers)) {
                    assertThatThrownBy(() -> copy.copy(HEAD, breakingAfter(3 * Chunk.SIZE + 5), file))
                            .hasMessage("connection lost");
                }
                arrivesWhole(incoming, copy, content(Chunk.SIZE + 5));
            }
        }
    }

    @Test
    void this_file_system_is_written_past_its_page_cache_and_the_trial_leaves_nothing() throws IOException {
        String type = Files.getFileStore(folder).type();
        assumeTrue(List.of("ext4", "xfs").contains(type), "seen to do it; this is " + type);

        assertThat(IncomingFolder.at(folder).pastPageCache()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_system_that_cannot_do_it_is_written_through_its_page_cache() throws Exception {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"));
                DigestingCopy copy = new DigestingCopy(1, Thread::new)) {
            Path root = zip.getPath("/");
            IncomingFolder incoming = IncomingFolder.at(root);

            assertThat(incoming.pastPageCache()).isFalse();
            try (Stream<Path> left = Files.list(root)) {
                assertThat(left).isEmpty();
            }
            arrivesWhole(incoming, copy, content(2 * Chunk.SIZE + 3));
        }
    }

    @Test
    void nothing_that_is_there_is_overwritten() throws IOException {
        IncomingFolder incoming = IncomingFolder.at(folder);
        incoming.create("a.part").close();

        assertThatThrownBy(() -> incoming.create("a.part")).isInstanceOf(FileAlreadyExistsException.class);
    }

    private static void arrivesWhole(IncomingFolder incoming, DigestingCopy copy, byte[] content) throws Exception {
        byte[] whole = ByteBuffer.allocate(HEAD.length + content.length)
                .put(HEAD)
                .put(content)
                .array();
        String name =
                "arrival-" + System.nanoTime() + "-" + Thread.currentThread().getId();
        IncomingFile file = incoming.create(name);
        try (file) {
            assertThat(copy.copy(HEAD, dribbling(content), file))
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(whole));
            file.force();
        }
        assertThat(file.length()).isEqualTo(whole.length);
        assertThat(Files.readAllBytes(file.path())).isEqualTo(whole);
    }

    /** As a network brings it: in pieces of any length. */
    private static ReadableByteChannel dribbling(byte[] content) {
        Random lengths = new Random(content.length);
        return Channels.newChannel(new ByteArrayInputStream(content) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + lengths.nextInt(200_000)));
            }
        });
    }

    private static ReadableByteChannel breakingAfter(int length) {
        InputStream content = new ByteArrayInputStream(content(length));
        return Channels.newChannel(new InputStream() {
            @Override
            public int read() throws IOException {
                int next = content.read();
                if (next < 0) {
                    throw new IOException("connection lost");
                }
                return next;
            }
        });
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
