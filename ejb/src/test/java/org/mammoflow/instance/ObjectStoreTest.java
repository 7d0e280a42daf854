package org.mammoflow.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.dicom.net.storage.disk.DigestingCopy;

class ObjectStoreTest {

    /** Of "headbody". */
    private static final String SHA256 = "7b02d51000b5a185a616159dd2f9ddc53ab96db00006c10aa01be6fb044e8eef";

    @TempDir
    Path folder;

    private final DigestingCopy copy = new DigestingCopy(1, Thread::new);
    private ObjectStore store;

    @BeforeEach
    void open() {
        store = new ObjectStore(new InstanceSettings(folder, 0));
        store.clearIncoming();
    }

    @AfterEach
    void close() {
        copy.close();
    }

    @Test
    void an_arrival_settles_under_the_digest_of_its_content() throws IOException {
        try (Arrival arrival = arrival("body")) {
            store.settle(arrival);

            assertThat(arrival.sha256()).isEqualTo(SHA256);
            assertThat(store.file(SHA256)).hasContent("headbody");
            assertThat(arrival.size()).isEqualTo(8);
            assertThat(arrival.part()).doesNotExist();
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void placing_what_has_settled_changes_nothing() throws IOException {
        try (Arrival arrival = arrival("body")) {
            store.settle(arrival);
            store.place(arrival.part(), arrival.sha256());

            assertThat(store.file(arrival.sha256())).hasContent("headbody");
        }
    }

    @Test
    void the_same_bytes_again_touch_nothing_unless_they_are_placed() throws IOException {
        try (Arrival first = arrival("body")) {
            store.settle(first);
        }
        try (Arrival second = arrival("body")) {
            store.settle(second);

            assertThat(second.part()).exists();
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void what_a_power_failure_left_under_the_name_is_replaced() throws IOException {
        try (Arrival lost = arrival("body")) {
            store.settle(lost);
            Files.writeString(store.file(lost.sha256()), "he");
        }
        try (Arrival again = arrival("body")) {
            store.settle(again);
            store.place(again.part(), again.sha256());

            assertThat(store.file(again.sha256())).hasContent("headbody");
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void an_arrival_that_breaks_off_leaves_nothing() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection lost");
            }
        };

        assertThatThrownBy(() -> Arrival.of(store.newIncoming(), new byte[4], Channels.newChannel(broken), copy))
                .hasMessage("connection lost");
        assertThat(files()).isEmpty();
    }

    private Arrival arrival(String body) throws IOException {
        return Arrival.of(
                store.newIncoming(),
                "head".getBytes(StandardCharsets.US_ASCII),
                Channels.newChannel(new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII))),
                copy);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
