package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Uids;
import org.mammoflow.dicom.net.storage.CommitmentPeer;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.DatabaseRows;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.ObjectFiles;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** A modality deletes what we have committed to: nothing is committed that is not kept, and no report is forgotten. */
class StorageCommitmentIT {

    private static final String UNREACHABLE = "NO-ADDRESS";
    private static final String REACHABLE = "WITH-ADDRESS";

    private static MammoflowServer server;

    @BeforeAll
    static void start() {
        server = MammoflowServer.with().name("commitment").start();
        enter(UNREACHABLE, "{}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void reports_what_is_kept_and_what_is_unknown_on_the_association_of_the_request() throws IOException {
        List<Mammogram> study = Mammograms.study();
        new Sender(server, UNREACHABLE).storescu(study);
        String transaction = Uids.newUid();

        try (CommitmentRequester requester = new CommitmentRequester(server, UNREACHABLE)) {
            assertThat(requester.ask(transaction, study.get(0).sopInstanceUid(), "1.2.3.999"))
                    .isZero();
            Attributes report = requester.report();

            assertThat(report.string(Tag.TransactionUID)).contains(transaction);
            assertThat(CommitmentRequester.uids(report, Tag.ReferencedSOPSequence))
                    .containsExactly(study.get(0).sopInstanceUid());
            assertThat(CommitmentRequester.uids(report, Tag.FailedSOPSequence)).containsExactly("1.2.3.999");
            assertThat(report.items(Tag.FailedSOPSequence).get(0).integer(Tag.FailureReason))
                    .hasValue(0x0112);
        }
        Answers.await("the request to end", () -> state(transaction).equals("REPORTED"));
    }

    @Test
    void does_not_commit_to_an_object_whose_file_has_changed() throws IOException {
        Mammogram mammogram = Mammograms.one();
        new Sender(server, UNREACHABLE).storescu(List.of(mammogram));
        damage(fileOf(mammogram));

        try (CommitmentRequester requester = new CommitmentRequester(server, UNREACHABLE)) {
            assertThat(requester.ask(Uids.newUid(), mammogram.sopInstanceUid())).isZero();
            Attributes report = requester.report();

            assertThat(report.contains(Tag.ReferencedSOPSequence)).isFalse();
            assertThat(report.items(Tag.FailedSOPSequence).get(0).integer(Tag.FailureReason))
                    .hasValue(0x0110);
        }
    }

    @Test
    void reports_on_a_new_association_again_and_again_across_a_kill() throws Exception {
        int port = freePort();
        enter(REACHABLE, "{\"host\": \"localhost\", \"port\": " + port + "}");
        List<Mammogram> study = Mammograms.study();
        new Sender(server, REACHABLE).storescu(study);
        String transaction = Uids.newUid();
        try (CommitmentRequester requester = new CommitmentRequester(server, REACHABLE)) {
            assertThat(requester.ask(transaction, CommitmentRequester.uids(study)))
                    .isZero();
        }
        Answers.await("a failed attempt", () -> commitment(transaction).has("problem"));
        server.kill9();

        try (CommitmentPeer.Receiver receiver = new CommitmentPeer.Receiver(port, REACHABLE)) {
            server.restart();
            Attributes report = receiver.next();

            assertThat(report.string(Tag.TransactionUID)).contains(transaction);
            assertThat(CommitmentRequester.uids(report, Tag.ReferencedSOPSequence))
                    .containsExactly(CommitmentRequester.uids(study));
            assertThat(report.contains(Tag.FailedSOPSequence)).isFalse();
            Answers.await("the request to end", () -> state(transaction).equals("REPORTED"));
        }
        assertThat(new Answers(server).actionsAbout(transaction))
                .containsExactly("COMMITMENT_REPORTED", "COMMITMENT_REQUESTED");
    }

    @Test
    void gives_up_after_a_day_and_says_so_on_the_trail() throws Exception {
        enter(REACHABLE, "{\"host\": \"localhost\", \"port\": " + freePort() + "}");
        Mammogram mammogram = Mammograms.one();
        new Sender(server, REACHABLE).storescu(List.of(mammogram));
        String transaction = Uids.newUid();
        try (CommitmentRequester requester = new CommitmentRequester(server, REACHABLE)) {
            assertThat(requester.ask(transaction, mammogram.sopInstanceUid())).isZero();
        }
        Answers.await("a failed attempt", () -> commitment(transaction).has("problem"));
        server.stop();
        DatabaseRows.change(
                server,
                "update storage_commitment set requested_at = requested_at - interval '25' hour,"
                        + " next_attempt_at = requested_at where transaction_uid = '" + transaction + "'");
        server.restart();
        Answers.await("the last attempt", () -> state(transaction).equals("GIVEN_UP"));
        assertThat(new Answers(server).auditRows("COMMITMENT_GIVEN_UP", transaction))
                .isEqualTo(1);
    }

    private static void enter(String aeTitle, String body) {
        assertThat(server.as("modality-admin")
                        .putJson("/api/v1/admin/modalities/" + aeTitle, body)
                        .statusCode())
                .isEqualTo(204);
    }

    private static String state(String transaction) {
        return commitment(transaction).get("state").getAsString();
    }

    private static JsonObject commitment(String transaction) {
        return StreamSupport.stream(
                        JsonParser.parseString(server.as("admin")
                                        .get("/api/v1/admin/commitments")
                                        .body())
                                .getAsJsonArray()
                                .spliterator(),
                        false)
                .map(json -> json.getAsJsonObject())
                .filter(json -> json.get("transactionUid").getAsString().equals(transaction))
                .findFirst()
                .orElseThrow();
    }

    private static Path fileOf(Mammogram mammogram) {
        String sha256 = new Answers(server)
                .instance(mammogram.sopInstanceUid())
                .orElseThrow()
                .get("sha256")
                .getAsString();
        return ObjectFiles.of(server).of(sha256);
    }

    private static void damage(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
