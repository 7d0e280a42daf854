package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mammoflow.dicom.net.storage.StackContract.channel;
import static org.mammoflow.dicom.net.storage.StackContract.item;
import static org.mammoflow.dicom.net.upper.PduBytes.COMMAND;
import static org.mammoflow.dicom.net.upper.PduBytes.LAST;
import static org.mammoflow.dicom.net.upper.PduBytes.MAMMOGRAM;
import static org.mammoflow.dicom.net.upper.PduBytes.echoCommand;
import static org.mammoflow.dicom.net.upper.PduBytes.join;
import static org.mammoflow.dicom.net.upper.PduBytes.number;
import static org.mammoflow.dicom.net.upper.PduBytes.pData;
import static org.mammoflow.dicom.net.upper.PduBytes.storeCommand;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.upper.ScriptedPeer;

/** What a stack's SCP hands to the application and what it answers in its name. */
public interface StorageScpContract extends StackContract {

    @Test
    default void hands_over_every_byte_of_a_data_set_with_what_the_command_said() throws IOException {
        byte[] dataSet = new byte[3_000_001 * 2];
        new Random(1).nextBytes(dataSet);
        try (RunningScp scp = start();
                StorageScu scu = StorageScu.connect(ScuConfig.of(scp.peer(), MAMMOGRAMS))) {
            assertThat(scu.store(item("1.2.3"), channel(dataSet))).isEqualTo(StoreResponse.success());

            RunningScp.Stored stored = scp.nextStored();
            assertThat(stored.sha256())
                    .isEqualTo(HexFormat.of().formatHex(RunningScp.sha256().digest(dataSet)));
            assertThat(stored.request().sopInstanceUid()).isEqualTo("1.2.3");
            assertThat(stored.request().sopClassUid()).isEqualTo(MAMMOGRAM);
            assertThat(stored.request().transferSyntaxUid()).isEqualTo(Uid.EXPLICIT_VR_LITTLE_ENDIAN);
            assertThat(stored.request().association().callingAeTitle()).isEqualTo("TEST");
            assertThat(stored.request().association().calledAeTitle()).isEqualTo(RunningScp.AE_TITLE);
        }
    }

    @Test
    default void sends_the_handlers_status_and_comment() throws IOException {
        try (RunningScp scp = RunningScp.storing(
                        stack(), (request, dataSet) -> new StoreResponse(StoreResponse.OUT_OF_RESOURCES, "disk full"));
                StorageScu scu = StorageScu.connect(ScuConfig.of(scp.peer(), MAMMOGRAMS))) {
            assertThat(scu.store(item("1.2.3"), channel(new byte[100_000])))
                    .isEqualTo(new StoreResponse(StoreResponse.OUT_OF_RESOURCES, "disk full"));
            assertThat(scu.echo().status()).as("the unread rest is drained").isZero();
        }
    }

    @Test
    default void answers_a_handler_that_throws_with_processing_failure_and_goes_on() throws IOException {
        try (RunningScp scp = RunningScp.storing(stack(), (request, dataSet) -> {
                    throw new IllegalStateException("no database");
                });
                StorageScu scu = StorageScu.connect(ScuConfig.of(scp.peer(), MAMMOGRAMS))) {
            assertThat(scu.store(item("1.2.3"), channel(new byte[1000])).status())
                    .isEqualTo(StoreResponse.PROCESSING_FAILURE);
            assertThat(scu.echo().status()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/abs", "1.2.3\n", "1.02.3", "x"})
    default void refuses_a_uid_that_breaks_the_syntax_before_the_handler_sees_it(String uid) throws IOException {
        try (RunningScp scp = start();
                ScriptedPeer peer = ScriptedPeer.associate(scp.port())) {
            peer.send(pData(1, COMMAND | LAST, storeCommand(MAMMOGRAM, uid)), pData(1, LAST, new byte[8]));
            assertThat(peer.readStatus()).isEqualTo(StoreResponse.INVALID_SOP_INSTANCE);
            assertThat(scp.storedNothing()).isTrue();
        }
    }

    @Test
    default void refuses_a_sop_class_that_is_not_that_of_the_presentation_context() throws IOException {
        try (RunningScp scp = start();
                ScriptedPeer peer = ScriptedPeer.associate(scp.port())) {
            peer.send(
                    pData(1, COMMAND | LAST, storeCommand("1.2.840.10008.5.1.4.1.1.2", "1.2.3")),
                    pData(1, LAST, new byte[8]));
            assertThat(peer.readStatus()).isEqualTo(StoreResponse.SOP_CLASS_NOT_SUPPORTED);
            assertThat(scp.storedNothing()).isTrue();
        }
    }

    @Test
    default void refuses_a_store_without_uids_and_an_operation_that_it_does_not_have() throws IOException {
        try (RunningScp scp = start();
                ScriptedPeer peer = ScriptedPeer.associate(scp.port())) {
            peer.send(
                    pData(1, COMMAND | LAST, join(number(0x0100, 1), number(0x0110, 7), number(0x0800, 1))),
                    pData(1, LAST, new byte[8]));
            assertThat(peer.readStatus()).isEqualTo(0x0211);
            peer.send(
                    pData(1, COMMAND | LAST, join(number(0x0100, 0x0140), number(0x0110, 7), number(0x0800, 0x0101))));
            assertThat(peer.readStatus()).isEqualTo(0x0211);
            peer.send(pData(3, COMMAND | LAST, echoCommand()));
            assertThat(peer.readStatus()).isZero();
        }
    }

    @Test
    default void tells_the_handler_and_the_listener_when_a_sender_disappears_in_a_data_set()
            throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        StorageHandler handler = (request, dataSet) -> {
            ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
            try {
                while (dataSet.read(buffer.clear()) >= 0) {
                    heard.add("bytes");
                }
                heard.add("end");
            } catch (IOException e) {
                heard.add("broken");
                throw e;
            }
            return StoreResponse.success();
        };
        try (RunningScp scp = RunningScp.storing(stack(), handler)) {
            ScriptedPeer peer = ScriptedPeer.associate(scp.port())
                    .send(pData(1, COMMAND | LAST, storeCommand(MAMMOGRAM, "1.2.3")), pData(1, 0, new byte[1000]));
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("bytes");
            peer.close();
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("broken");
            assertThat(scp.nextEvent()).isEqualTo("opened");
            assertThat(scp.nextEvent()).startsWith("aborted: ");
        }
    }

    @Test
    default void lets_a_message_finish_when_it_closes() throws Exception {
        CountDownLatch storing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        RunningScp scp = RunningScp.storing(stack(), RunningScp.holding(storing, goOn));
        try (ScriptedPeer peer = ScriptedPeer.associate(scp.port())) {
            peer.send(pData(1, COMMAND | LAST, storeCommand(MAMMOGRAM, "1.2.3")), pData(1, LAST, new byte[8]));
            storing.await();
            Thread closing = new Thread(scp::close);
            closing.start();
            scp.awaitRefusal();
            goOn.countDown();
            assertThat(peer.readStatus()).isZero();
            closing.join();
        }
    }
}
