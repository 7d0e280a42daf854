package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.net.upper.PduBytes;
import org.mammoflow.dicom.net.upper.ScriptedPeer;

/** N19: many callers come and go, politely or not, and nothing grows. */
@Tag("long")
class SoakTest {

    private static final int POLITE = 10_000;
    private static final int RUDE = 500;

    @Test
    void keeps_nothing_of_10_000_associations_and_500_broken_off_at_random_bytes() throws IOException {
        DirectMemory direct = DirectMemory.now();
        try (RunningScp scp = RunningScp.start()) {
            scp.echo();
            ServerResources before = ServerResources.now();
            UsedHeap heap = UsedHeap.now();

            for (int i = 0; i < POLITE; i++) {
                ScriptedPeer peer = ScriptedPeer.associate(scp.port()).send(PduBytes.releaseRq());
                assertThat(peer.read().type()).isEqualTo(6);
                peer.close();
            }
            breakOff(scp);

            assertThat(scp.echo().status()).isZero();
            before.awaitReturn();
            scp.forgetEvents();
            heap.awaitReturn();
        }
        direct.awaitReturn();
    }

    private static void breakOff(RunningScp scp) {
        Random random = new Random(42);
        byte[] conversation = PduBytes.join(
                PduBytes.associateRq().bytes(),
                PduBytes.pData(1, 3, PduBytes.storeCommand(PduBytes.MAMMOGRAM, "1.2.3")),
                PduBytes.pData(1, 0, new byte[2000]),
                PduBytes.pData(1, 2, new byte[2000]),
                PduBytes.releaseRq());
        for (int i = 0; i < RUDE; i++) {
            ScriptedPeer peer = ScriptedPeer.connect(scp.port())
                    .send(Arrays.copyOf(conversation, random.nextInt(conversation.length)));
            if (random.nextBoolean()) {
                peer.reset();
            } else {
                peer.close();
            }
        }
    }
}
