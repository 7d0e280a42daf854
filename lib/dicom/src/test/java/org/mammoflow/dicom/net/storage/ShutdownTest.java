package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mammoflow.dicom.net.upper.PduBytes.MAMMOGRAM;
import static org.mammoflow.dicom.net.upper.PduBytes.pData;
import static org.mammoflow.dicom.net.upper.PduBytes.storeCommand;

import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.net.upper.AssociationPolicy;
import org.mammoflow.dicom.net.upper.ScriptedPeer;

/** Closing the SCP, and the application failing behind it. */
class ShutdownTest {

    private final ServerResources before = ServerResources.now();

    @Test
    void aborts_an_idle_association_at_once() {
        RunningScp scp = RunningScp.start();
        ScriptedPeer idle = ScriptedPeer.associate(scp.port());

        scp.close();

        idle.expectAbort(0, 0);
        before.awaitReturn();
    }

    @Test
    void answers_the_running_message_before_it_ends() throws InterruptedException {
        CountDownLatch storing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        RunningScp scp = RunningScp.withHandler(RunningScp.holding(storing, goOn));
        ScriptedPeer peer = store(scp);
        storing.await();
        Thread closing = new Thread(scp::close);
        closing.start();
        scp.awaitRefusal();
        goOn.countDown();

        assertThat(peer.readStatus()).isZero();
        peer.expectAbort(0, 0);
        closing.join();
        before.awaitReturn();
    }

    @Test
    void answers_processing_failure_when_the_application_fails() {
        RunningScp scp = RunningScp.withHandler((request, dataSet) -> {
            dataSet.read(ByteBuffer.allocate(10));
            throw new IllegalStateException("on purpose");
        });
        ScriptedPeer peer = store(scp);

        assertThat(peer.readStatus()).isEqualTo(0x0110);
        peer.close();
        scp.close();
    }

    @Test
    void tells_the_caller_to_come_back_while_the_policy_cannot_decide() {
        RunningScp scp = RunningScp.withPolicy(caller -> {
            throw new IllegalStateException("database is down");
        });

        ScriptedPeer.connect(scp.port())
                .send(org.mammoflow.dicom.net.upper.PduBytes.associateRq().bytes())
                .expectRejection(2, 3, 1);
        scp.close();
    }

    @Test
    void n2_rejects_whom_the_policy_does_not_know() {
        RunningScp scp = RunningScp.withPolicy(caller -> new AssociationPolicy.Rejected(1, 1, 3));

        ScriptedPeer.connect(scp.port())
                .send(org.mammoflow.dicom.net.upper.PduBytes.associateRq().bytes())
                .expectRejection(1, 1, 3);
        scp.close();
    }

    private static ScriptedPeer store(RunningScp scp) {
        return ScriptedPeer.associate(scp.port())
                .send(pData(1, 3, storeCommand(MAMMOGRAM, "1.2.3")), pData(1, 2, new byte[100]));
    }
}
