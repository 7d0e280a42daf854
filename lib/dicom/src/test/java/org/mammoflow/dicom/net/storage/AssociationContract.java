package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mammoflow.dicom.net.upper.PduBytes.COMMAND;
import static org.mammoflow.dicom.net.upper.PduBytes.LAST;
import static org.mammoflow.dicom.net.upper.PduBytes.MAMMOGRAM;
import static org.mammoflow.dicom.net.upper.PduBytes.associateRq;
import static org.mammoflow.dicom.net.upper.PduBytes.context;
import static org.mammoflow.dicom.net.upper.PduBytes.pData;
import static org.mammoflow.dicom.net.upper.PduBytes.storeCommand;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.upper.AssociationPolicy;
import org.mammoflow.dicom.net.upper.PduBytes;
import org.mammoflow.dicom.net.upper.ScriptedPeer;

/** Who gets an association of a stack's SCP, who gets none, and when it ends. */
public interface AssociationContract extends StackContract {

    @Test
    default void answers_echo() throws IOException {
        try (RunningScp scp = start()) {
            assertThat(scp.echo().status()).isZero();
            assertThat(scp.nextEvent()).isEqualTo("opened");
            assertThat(scp.nextEvent()).isEqualTo("released");
        }
    }

    @Test
    default void rejects_another_called_title_an_odd_calling_title_and_whom_the_policy_does_not_want() {
        try (RunningScp scp = RunningScp.admitting(
                stack(),
                caller -> caller.callingAeTitle().equals("UNKNOWN")
                        ? new AssociationPolicy.Rejected(1, 1, 3)
                        : new AssociationPolicy.Admitted())) {
            ScriptedPeer.connect(scp.port())
                    .send(associateRq().called("SOMEBODY").bytes())
                    .expectRejection(1, 1, 7);
            assertThat(scp.nextEvent()).isEqualTo("rejected 1/1/7");
            ScriptedPeer.connect(scp.port())
                    .send(associateRq().calling("../'\"<b>").bytes())
                    .expectRejection(1, 1, 3);
            assertThat(scp.nextEvent()).isEqualTo("rejected 1/1/3");
            ScriptedPeer.connect(scp.port())
                    .send(associateRq().calling("UNKNOWN").bytes())
                    .expectRejection(1, 1, 3);
            assertThat(scp.nextEvent()).isEqualTo("rejected 1/1/3");
        }
    }

    @Test
    default void rejects_for_now_when_the_policy_cannot_decide() {
        try (RunningScp scp = RunningScp.admitting(stack(), caller -> {
            throw new IllegalStateException("no database");
        })) {
            ScriptedPeer.connect(scp.port()).send(associateRq().bytes()).expectRejection(2, 3, 1);
        }
    }

    @Test
    default void rejects_another_protocol_version_and_application_context() {
        try (RunningScp scp = start()) {
            ScriptedPeer.connect(scp.port())
                    .send(associateRq().version(2).bytes())
                    .expectRejection(1, 2, 2);
            ScriptedPeer.connect(scp.port())
                    .send(associateRq()
                            .applicationContext("1.2.840.10008.3.1.1.2")
                            .bytes())
                    .expectRejection(1, 1, 2);
        }
    }

    @Test
    default void aborts_presentation_contexts_that_are_malformed() {
        try (RunningScp scp = start()) {
            ScriptedPeer.connect(scp.port())
                    .send(associateRq().contexts().bytes())
                    .expectAbort(2, 6);
            ScriptedPeer.connect(scp.port())
                    .send(associateRq()
                            .contexts(context(2, MAMMOGRAM, PduBytes.EXPLICIT))
                            .bytes())
                    .expectAbort(2, 6);
        }
    }

    @Test
    default void chooses_the_preferred_transfer_syntax() throws IOException {
        try (RunningScp scp = start();
                ScriptedPeer peer = ScriptedPeer.connect(scp.port())) {
            peer.send(associateRq()
                    .contexts(context(
                            1,
                            MAMMOGRAM,
                            Uid.JPEG_BASELINE_8_BIT,
                            Uid.IMPLICIT_VR_LITTLE_ENDIAN,
                            Uid.EXPLICIT_VR_LITTLE_ENDIAN))
                    .bytes());
            assertThat(new String(peer.read().variableField(), StandardCharsets.ISO_8859_1))
                    .containsPattern("1\\.2\\.840\\.10008\\.1\\.2\\.1[^.0-9]");
        }
    }

    @Test
    default void ends_what_is_silent_idle_or_stalled() {
        try (RunningScp scp = RunningScp.on(stack(), config -> config.withDeadlines(IMPATIENT))) {
            ScriptedPeer silent = ScriptedPeer.connect(scp.port());
            ScriptedPeer idle = ScriptedPeer.associate(scp.port());
            ScriptedPeer stalled = ScriptedPeer.associate(scp.port())
                    .send(pData(1, COMMAND | LAST, storeCommand(MAMMOGRAM, "1.2.3")), pData(1, 0, new byte[1000]));
            silent.awaitEnd();
            idle.awaitEnd();
            stalled.awaitEnd();
            assertThat(scp.storedNothing()).isTrue();
        }
    }

    @Test
    default void keeps_a_place_for_echo_when_every_other_is_taken() throws IOException {
        List<ScriptedPeer> peers = new ArrayList<>();
        try (RunningScp scp = start()) {
            for (int i = 0; i < 70; i++) {
                peers.add(ScriptedPeer.connect(scp.port())
                        .send(associateRq().calling("CALLER" + i).bytes()));
                peers.get(i).read();
            }
            peers.add(ScriptedPeer.associate(
                    scp.port(),
                    associateRq().calling("HOLDER").contexts(context(1, PduBytes.VERIFICATION, PduBytes.IMPLICIT))));
            assertThat(scp.echo().status()).isZero();
        }
        peers.forEach(ScriptedPeer::close);
    }
}
