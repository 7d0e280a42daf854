package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mammoflow.dicom.net.upper.PduBytes.COMMAND;
import static org.mammoflow.dicom.net.upper.PduBytes.EXPLICIT;
import static org.mammoflow.dicom.net.upper.PduBytes.IMPLICIT;
import static org.mammoflow.dicom.net.upper.PduBytes.LAST;
import static org.mammoflow.dicom.net.upper.PduBytes.MAMMOGRAM;
import static org.mammoflow.dicom.net.upper.PduBytes.VERIFICATION;
import static org.mammoflow.dicom.net.upper.PduBytes.associateRq;
import static org.mammoflow.dicom.net.upper.PduBytes.context;
import static org.mammoflow.dicom.net.upper.PduBytes.echoCommand;
import static org.mammoflow.dicom.net.upper.PduBytes.header;
import static org.mammoflow.dicom.net.upper.PduBytes.join;
import static org.mammoflow.dicom.net.upper.PduBytes.number;
import static org.mammoflow.dicom.net.upper.PduBytes.pData;
import static org.mammoflow.dicom.net.upper.PduBytes.pdu;
import static org.mammoflow.dicom.net.upper.PduBytes.pdv;
import static org.mammoflow.dicom.net.upper.PduBytes.releaseRq;
import static org.mammoflow.dicom.net.upper.PduBytes.storeCommand;
import static org.mammoflow.dicom.net.upper.PduBytes.uid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.net.upper.Deadlines;
import org.mammoflow.dicom.net.upper.Limits;
import org.mammoflow.dicom.net.upper.PduBytes;
import org.mammoflow.dicom.net.upper.ScriptedPeer;

/** Whatever a peer does on the wire, it gets one specific answer and the next caller finds the SCP well. */
class NetworkFaultsTest {

    /** Short ones, so that the tests need not wait; the ratios are those of the defaults. */
    private static final Deadlines IMPATIENT = new Deadlines(
            Duration.ofMillis(500),
            Duration.ofMillis(1500),
            Duration.ofMillis(2500),
            Duration.ofMillis(1500),
            Duration.ofMillis(300));

    private final ServerResources before = ServerResources.now();
    private final DirectMemory direct = DirectMemory.now();
    private RunningScp scp;
    private UsedHeap heap;

    @BeforeEach
    void start() throws IOException {
        scp = RunningScp.start(config -> config.withDeadlines(IMPATIENT));
        // What the first association of all loads for good is no growth.
        scp.echo();
        scp.nextEvent();
        scp.nextEvent();
        heap = UsedHeap.now();
    }

    @AfterEach
    void is_well_afterwards() throws IOException {
        assertThat(scp.echo().status()).isZero();
        scp.close();
        before.awaitReturn();
        scp.forgetEvents();
        heap.awaitReturn();
        direct.awaitReturn();
    }

    @Test
    void n1_rejects_a_wrong_called_ae_title() {
        connect(associateRq().called("SOMEBODY").bytes()).expectRejection(1, 1, 7);

        assertThat(scp.nextEvent()).isEqualTo("rejected 1/1/7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../'\"<b>", "A\\B", "A\nB"})
    void n3_rejects_a_blank_or_odd_calling_ae_title(String title) {
        connect(associateRq().calling(title).bytes()).expectRejection(1, 1, 3);
    }

    @Test
    void n4_rejects_protocol_version_2() {
        connect(associateRq().version(2).bytes()).expectRejection(1, 2, 2);
    }

    @Test
    void n5_rejects_another_application_context() {
        connect(associateRq().applicationContext("1.2.840.10008.3.1.1.2").bytes())
                .expectRejection(1, 1, 2);
    }

    @Test
    void n6_aborts_a_request_without_presentation_contexts() {
        connect(associateRq().contexts().bytes()).expectAbort(2, 6);
    }

    @Test
    void n6_aborts_even_and_duplicate_context_ids_and_contexts_without_syntax() {
        connect(associateRq().contexts(context(2, MAMMOGRAM, EXPLICIT)).bytes()).expectAbort(2, 6);
        connect(associateRq()
                        .contexts(context(1, MAMMOGRAM, EXPLICIT), context(1, MAMMOGRAM, EXPLICIT))
                        .bytes())
                .expectAbort(2, 6);
        connect(associateRq().contexts(context(1, MAMMOGRAM)).bytes()).expectAbort(2, 6);
        connect(associateRq().contexts(context(1, "", EXPLICIT)).bytes()).expectAbort(2, 6);
    }

    @Test
    void n6_answers_unsupported_syntaxes_in_the_context_result() {
        ScriptedPeer peer = connect(associateRq()
                .contexts(context(1, "1.2.3.4", EXPLICIT), context(3, MAMMOGRAM, "1.2.840.10008.1.2.1.99"))
                .bytes());

        ByteBuffer accept = ByteBuffer.wrap(peer.read().variableField()).position(68 + 4 + 21);
        assertThat(contextResult(accept)).containsExactly(1, 3);
        assertThat(contextResult(accept)).containsExactly(3, 4);
        peer.close();
    }

    private static List<Integer> contextResult(ByteBuffer at) {
        at.getShort();
        int length = at.getShort();
        int start = at.position();
        List<Integer> idAndResult = List.of((int) at.get(start), (int) at.get(start + 2));
        at.position(start + length);
        return idAndResult;
    }

    @Test
    void n7_aborts_a_caller_that_speaks_http_or_tls() {
        connect(PduBytes.ascii("GET / HTTP/1.1\r\nHost: pacs\r\n\r\n")).expectAbort(2, 1);
        connect(new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xFC, 3, 3}).expectAbort(2, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFFFFFFFF, 200_000_000, 64 * 1024 + 1})
    void n8_aborts_an_association_request_longer_than_64_kib(int length) {
        connect(header(1, length)).expectAbort(2, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFFFFFFF0, 1024 * 1024})
    void n9_aborts_data_longer_than_negotiated(int length) {
        associate().send(header(4, length)).expectAbort(2, 6);

        assertThat(scp.nextEvent()).isEqualTo("opened");
        assertThat(scp.nextEvent()).startsWith("aborted: PDU type 0x04 of ");
    }

    @Test
    void n10_aborts_a_pdv_that_is_empty_too_long_or_on_an_unknown_context() {
        associate().send(pdu(4, new byte[] {0, 0, 0, 0, 1, 3})).expectAbort(2, 6);
        associate().send(pdu(4, new byte[] {0, 0, 0, 9, 1, 3, 0, 0})).expectAbort(2, 6);
        associate().send(pdu(4, new byte[] {0, 0, 0})).expectAbort(2, 6);
        associate().send(pData(99, COMMAND | LAST, echoCommand())).expectAbort(2, 6);
    }

    @Test
    void n11_aborts_what_comes_before_an_association_request() {
        connect(pData(1, COMMAND | LAST, echoCommand())).expectAbort(2, 2);
        connect(releaseRq()).expectAbort(2, 2);
        connect(PduBytes.releaseRp()).expectAbort(2, 2);
    }

    @Test
    void n11_aborts_a_second_association_request_and_unknown_pdu_types() {
        associate().send(associateRq().bytes()).expectAbort(2, 2);
        associate().send(pdu(0x2A, new byte[4])).expectAbort(2, 1);
        associate().send(PduBytes.releaseRp()).expectAbort(2, 2);
    }

    @Test
    void n12_answers_an_unknown_operation() {
        byte[] command = join(number(0x0100, 0x0021), number(0x0110, 7), number(0x0800, 0x0101));

        ScriptedPeer peer = associate().send(pData(1, COMMAND | LAST, command));

        assertThat(peer.readStatus()).isEqualTo(0x0211);
        peer.close();
    }

    @Test
    void n12_answers_a_store_without_affected_uids() {
        byte[] command = join(number(0x0100, 1), number(0x0110, 7), number(0x0800, 1));
        ScriptedPeer peer = associate().send(pData(1, COMMAND | LAST, command), pData(1, LAST, new byte[8]));

        assertThat(peer.readStatus()).isEqualTo(0x0211);
        peer.send(pData(3, COMMAND | LAST, echoCommand()));
        assertThat(peer.readStatus()).isZero();
        peer.close();
    }

    @Test
    void n12_aborts_a_command_that_cannot_be_parsed() {
        byte[] truncated = Arrays.copyOf(echoCommand(), 30);
        associate().send(pData(1, COMMAND | LAST, truncated)).expectAbort(0, 0);
        associate().send(pData(1, COMMAND | LAST, new byte[5])).expectAbort(0, 0);
        associate()
                .send(pData(1, COMMAND | LAST, join(uid(2, MAMMOGRAM), number(0x0110, 1))))
                .expectAbort(0, 0);
        associate().send(pData(1, COMMAND, new byte[20_000])).expectAbort(2, 6);
    }

    @Test
    void n12_aborts_a_response_to_nothing() {
        byte[] response = join(number(0x0100, 0x8001), number(0x0120, 7), number(0x0800, 0x0101), number(0x0900, 0));

        associate().send(pData(1, COMMAND | LAST, response)).expectAbort(0, 0);
    }

    @Test
    void n13_tells_nobody_about_an_object_whose_sender_aborts() {
        storing().send(PduBytes.abort()).expectClosed();

        discardsBecause("A-ABORT from the peer");
    }

    @Test
    void n13_tells_nobody_about_an_object_whose_sender_disappears() {
        storing().close();
        discardsBecause("closed by the peer");
    }

    @Test
    void n13_tells_nobody_about_an_object_whose_connection_is_reset() {
        storing().reset();
        discardsBecause("connection lost");
    }

    @Test
    void n13_tells_nobody_about_an_object_that_ends_in_half_a_pdu() {
        ScriptedPeer peer = storing().send(Arrays.copyOf(pData(1, LAST, new byte[1000]), 300));
        peer.finish();
        discardsBecause("closed by the peer");
        peer.close();
    }

    @Test
    void n13_aborts_a_release_in_the_middle_of_a_data_set() {
        storing().send(releaseRq()).expectAbort(0, 0);
        discardsBecause("release requested");
    }

    private void discardsBecause(String reason) {
        assertThat(scp.nextEvent()).isEqualTo("opened");
        assertThat(scp.nextEvent()).startsWith("aborted: ").contains(reason).contains("while reading a data set");
        assertThat(scp.storedNothing()).isTrue();
    }

    @Test
    void n14_closes_a_connection_that_says_nothing() {
        connect().expectClosed();

        assertThat(scp.nextEvent()).isEqualTo("failed: out of time while awaiting A-ASSOCIATE-RQ");
    }

    @Test
    void n15_aborts_an_association_that_does_nothing() {
        associate().expectAbort(0, 0);

        assertThat(scp.nextEvent()).isEqualTo("opened");
        assertThat(scp.nextEvent()).isEqualTo("aborted: out of time while waiting for a message");
    }

    @Test
    void n16_closes_a_connection_whose_request_trickles_in() {
        ScriptedPeer peer = connect();
        trickle(peer, associateRq().bytes());
        peer.expectClosed();
    }

    @Test
    void n16_aborts_a_command_that_trickles_in() {
        ScriptedPeer peer = associate();
        trickle(peer, pData(1, COMMAND | LAST, echoCommand()));
        peer.expectAbort(0, 0);
    }

    @Test
    void n17_aborts_a_data_set_that_stalls() {
        storing().expectAbort(0, 0);
        discardsBecause("out of time");
    }

    @Test
    void n17_aborts_a_data_set_that_trickles_in() {
        ScriptedPeer peer = storing();
        trickle(peer, pData(1, 0, new byte[2000]));
        peer.expectAbort(0, 0);
    }

    /** Sends a byte now and then: often enough for any idle timer, too slowly for a total one. */
    private static void trickle(ScriptedPeer peer, byte[] bytes) {
        Duration pace = Duration.ofMillis(100);
        for (int i = 0; i < 40 && i < bytes.length; i++) {
            if (!peer.accepts(new byte[] {bytes[i]})) {
                return;
            }
            LockSupport.parkNanos(pace.toNanos());
        }
    }

    @Test
    void n18_answers_echo_while_150_callers_hold_what_they_can_get() throws IOException {
        restartPatiently();
        List<ScriptedPeer> peers = new ArrayList<>();
        int accepted = 0;
        for (int i = 0; i < 150; i++) {
            ScriptedPeer peer = connect(associateRq().calling("CALLER" + i).bytes());
            accepted += peer.read().type() == 2 ? 1 : 0;
            peers.add(peer);
        }

        assertThat(accepted).isLessThanOrEqualTo(63).isPositive();
        assertThat(scp.echo().status()).isZero();
        peers.forEach(ScriptedPeer::close);
    }

    @Test
    void n18_answers_echo_while_150_callers_hold_on_to_verification_and_echo() throws IOException {
        restartPatiently();
        List<ScriptedPeer> peers = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            ScriptedPeer peer = connect(verifier("CALLER" + i).bytes());
            peer.read();
            peers.add(peer.send(pData(1, COMMAND | LAST, echoCommand())));
        }

        assertThat(scp.echo().status()).isZero();
        peers.forEach(ScriptedPeer::close);
    }

    @Test
    void n18_gives_the_place_kept_for_echo_to_who_comes_last() {
        restartPatiently();
        List<ScriptedPeer> peers = new ArrayList<>();
        for (int i = 0; i < 63; i++) {
            peers.add(associate(associateRq().calling("CALLER" + i)));
        }

        ScriptedPeer holder = associate(verifier("HOLDER")).send(pData(1, COMMAND | LAST, echoCommand()));
        assertThat(holder.readStatus()).isZero();
        ScriptedPeer last = associate(verifier("LAST")).send(pData(1, COMMAND | LAST, echoCommand()));
        assertThat(last.readStatus()).isZero();
        holder.expectAbort(0, 0);
        last.close();
        peers.forEach(ScriptedPeer::close);
    }

    private static PduBytes.AssociateRqBytes verifier(String title) {
        return associateRq().calling(title).contexts(context(1, VERIFICATION, IMPLICIT));
    }

    @Test
    void n18_rejects_the_ninth_association_of_one_caller_for_now() {
        restartPatiently();
        List<ScriptedPeer> peers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            peers.add(associate());
        }

        connect(associateRq().bytes()).expectRejection(2, 3, 2);
        associate(associateRq().calling("OTHER")).close();
        peers.forEach(ScriptedPeer::close);
    }

    /** With the defaults: on a busy machine an idle caller must not lose its place before the last one has come. */
    private void restartPatiently() {
        scp.close();
        scp = RunningScp.start();
    }

    @Test
    void n18_answers_echo_while_200_connections_say_nothing() throws IOException {
        List<ScriptedPeer> silent = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            silent.add(connect());
        }

        assertThat(scp.echo().status()).isZero();
        silent.forEach(ScriptedPeer::close);
    }

    /** Closing takes the longest that a test can wait for, so that nothing goes by itself. */
    @Test
    void n19_holds_no_more_than_its_limits_for_600_connections_that_stay_after_they_were_refused() {
        Deadlines all = Deadlines.DEFAULT;
        Deadlines patient =
                new Deadlines(all.artim(), all.request(), all.idle(), all.progress(), Duration.ofMinutes(5));
        scp.close();
        scp = RunningScp.start(config -> config.withDeadlines(patient));
        List<ScriptedPeer> peers = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            byte[] refused = associateRq().called("SOMEBODY").bytes();
            peers.add(connect(i % 2 == 0 ? PduBytes.ascii("GET / HTTP/1.1\r\n\r\n") : refused));
        }

        assertThat(peers.get(599).read().type()).as("A-ASSOCIATE-RJ").isEqualTo(3);
        int connections = Limits.DEFAULT.connections() + Limits.DEFAULT.associations();
        before.plusThreads(connections + 2).awaitReturn();
        direct.plus((connections + 1) * 256L * 1024).awaitReturn();
        peers.forEach(ScriptedPeer::close);
    }

    @Test
    void p2_refuses_a_sop_class_other_than_that_of_the_context() {
        ScriptedPeer peer = store(storeCommand("1.2.840.10008.5.1.4.1.1.7", "1.2.3"));

        assertThat(peer.readStatus()).isEqualTo(0x0122);
        assertThat(scp.storedNothing()).isTrue();
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/etc/passwd",
                "1.2.3\0.4",
                "1.2.3\n4",
                "1..2",
                "1.02",
                "",
                "1.2.3.",
                "11111111111111111111111111111111111111111111111111111111111111111"
            })
    void p3_refuses_what_is_no_uid(String uid) {
        ScriptedPeer peer = store(storeCommand(MAMMOGRAM, uid));

        assertThat(peer.readStatus()).isEqualTo(0x0117);
        assertThat(scp.storedNothing()).isTrue();
        peer.close();
    }

    @Test
    void p3_refuses_a_uid_of_300_characters() {
        ScriptedPeer peer = store(storeCommand(MAMMOGRAM, "1." + "2".repeat(298)));

        assertThat(peer.readStatus()).isEqualTo(0x0117);
        peer.close();
    }

    @Test
    void p5_refuses_a_store_that_announces_no_data_set() {
        byte[] command = join(
                uid(2, MAMMOGRAM), number(0x0100, 1), number(0x0110, 7), number(0x0800, 0x0101), uid(0x1000, "1.2"));
        ScriptedPeer peer = associate().send(pData(1, COMMAND | LAST, command));

        assertThat(peer.readStatus()).isEqualTo(0xC000);
        peer.close();
    }

    @Test
    void a_message_may_be_cut_into_any_fragments() {
        byte[] command = storeCommand(MAMMOGRAM, "1.2.3");
        ScriptedPeer peer = associate();
        byte[] first = Arrays.copyOf(command, 10);
        byte[] rest = Arrays.copyOfRange(command, 10, command.length);
        peer.send(
                pData(1, COMMAND, first),
                pdu(4, join(pdv(1, COMMAND | LAST, rest), pdv(1, 0, new byte[3]), pdv(1, 0, new byte[0]))),
                pData(1, LAST, new byte[5]));

        assertThat(peer.readStatus()).isZero();
        assertThat(scp.nextStored().length()).isEqualTo(8);
        peer.send(releaseRq());
        assertThat(peer.read().type()).isEqualTo(6);
        peer.expectClosed();
    }

    private ScriptedPeer store(byte[] command) {
        return associate().send(pData(1, COMMAND | LAST, command), pData(1, LAST, new byte[100]));
    }

    /** In the middle of a data set. */
    private ScriptedPeer storing() {
        return associate()
                .send(pData(1, COMMAND | LAST, storeCommand(MAMMOGRAM, "1.2.3")), pData(1, 0, new byte[1000]));
    }

    private ScriptedPeer connect(byte[]... bytes) {
        return ScriptedPeer.connect(scp.port()).send(bytes);
    }

    private ScriptedPeer associate() {
        return ScriptedPeer.associate(scp.port());
    }

    private ScriptedPeer associate(PduBytes.AssociateRqBytes request) {
        return ScriptedPeer.associate(scp.port(), request);
    }
}
