package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mammoflow.dicom.net.storage.StackContract.channel;
import static org.mammoflow.dicom.net.storage.StackContract.item;

import java.io.IOException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Uid;

/** What a stack's pool of associations does for whoever sends. */
public interface StorageScuContract extends StackContract {

    @Test
    default void stores_and_echoes_as_scu() throws IOException {
        byte[] dataSet = new byte[1_000_000];
        new Random(2).nextBytes(dataSet);
        try (RunningScp scp = RunningScp.start();
                StorageClient scu = stack().connect(ScuConfig.of(scp.peer(), MAMMOGRAMS))) {
            assertThat(scu.echo().status()).isZero();
            assertThat(scu.store(item("1.2.3"), () -> channel(dataSet))).isEqualTo(StoreResponse.success());
            assertThat(scp.nextStored().sha256())
                    .isEqualTo(HexFormat.of().formatHex(RunningScp.sha256().digest(dataSet)));
        }
    }

    @Test
    default void says_as_scu_what_the_peer_answered_or_has_not_accepted() throws IOException {
        try (RunningScp scp = RunningScp.withHandler(
                        (request, dataSet) -> new StoreResponse(StoreResponse.OUT_OF_RESOURCES, "disk full"));
                StorageClient scu = stack().connect(ScuConfig.of(scp.peer(), MAMMOGRAMS))) {
            assertThat(scu.store(item("1.2.3"), () -> channel(new byte[10])))
                    .isEqualTo(new StoreResponse(StoreResponse.OUT_OF_RESOURCES, "disk full"));
            StoreItem other = new StoreItem(Uid.BASIC_TEXT_SR_STORAGE, "1.2.3", Uid.EXPLICIT_VR_LITTLE_ENDIAN);
            assertThat(scu.store(other, () -> channel(new byte[10])).status())
                    .isEqualTo(StoreResponse.SOP_CLASS_NOT_SUPPORTED);
        }
    }

    @Test
    default void stores_as_scu_on_as_many_associations_at_once_as_it_may_open_and_no_more() throws Exception {
        int associations = 3;
        CyclicBarrier together = new CyclicBarrier(associations);
        ExecutorService callers = Executors.newCachedThreadPool();
        try (RunningScp scp = RunningScp.withHandler((request, dataSet) -> meet(together))) {
            try (StorageClient scu =
                    stack().connect(ScuConfig.of(scp.peer(), MAMMOGRAMS).withAssociations(associations))) {
                Callable<StoreResponse> store = () -> scu.store(item("1.2.3"), () -> channel(new byte[10]));
                for (Future<StoreResponse> stored : callers.invokeAll(Collections.nCopies(4 * associations, store))) {
                    assertThat(stored.get()).isEqualTo(StoreResponse.success());
                }
            }
            List<String> events =
                    Stream.generate(scp::nextEvent).limit(2L * associations).toList();
            assertThat(events).filteredOn("opened"::equals).hasSize(associations);
            assertThat(events).filteredOn("released"::equals).hasSize(associations);
        } finally {
            callers.shutdownNow();
        }
    }

    private static StoreResponse meet(CyclicBarrier others) throws IOException {
        try {
            others.await(20, TimeUnit.SECONDS);
            return StoreResponse.success();
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException("too few stores at once", e);
        }
    }

    @Test
    default void replaces_an_association_that_the_peer_has_closed() throws IOException {
        try (RunningScp scp = RunningScp.start(config -> config.withDeadlines(IMPATIENT));
                StorageClient scu = stack().connect(ScuConfig.of(scp.peer(), MAMMOGRAMS))) {
            assertThat(scu.echo().status()).isZero();
            while (!scp.nextEvent().startsWith("aborted: ")) {
                // until the SCP has ended the idle association
            }
            assertThat(scu.store(item("1.2.3"), () -> channel(new byte[10]))).isEqualTo(StoreResponse.success());
        }
    }

    @Test
    default void fails_at_once_when_the_peer_cannot_be_reached_or_rejects() {
        assertThatThrownBy(() -> stack().connect(ScuConfig.of(Peer.of("localhost", 1, "ANY", "TEST"), MAMMOGRAMS)))
                .isInstanceOf(IOException.class);
        try (RunningScp scp = RunningScp.start()) {
            Peer wrong = Peer.of("localhost", scp.port(), "SOMEBODY", "TEST");
            assertThatThrownBy(() -> stack().connect(ScuConfig.of(wrong, MAMMOGRAMS)))
                    .isInstanceOf(IOException.class);
        }
    }
}
