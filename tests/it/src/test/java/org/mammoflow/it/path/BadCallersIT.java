package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mammoflow.dicom.net.upper.PduBytes.associateRq;
import static org.mammoflow.dicom.net.upper.PduBytes.pData;
import static org.mammoflow.dicom.net.upper.PduBytes.storeCommand;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Uids;
import org.mammoflow.dicom.net.upper.PduBytes;
import org.mammoflow.dicom.net.upper.ScriptedPeer;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.ObjectFiles;
import org.mammoflow.parts.server.MammoflowServer;

/** N1, N3, N7 and N13 of docs/faults.md on the whole server: who misbehaves is refused, told, and leaves nothing. */
class BadCallersIT {

    private final MammoflowServer server = MammoflowServer.shared();
    private final ObjectFiles files = ObjectFiles.of(server);

    @AfterEach
    void answers_echo_afterwards() throws Exception {
        assertThat(new RawSender(server).echo().status()).isZero();
    }

    @Test
    void n1_a_wrong_called_title_is_refused_and_on_the_trail() {
        String title = "KNOCK" + System.nanoTime() % 1_000_000;
        connect(associateRq().calling(title).called("SOMEBODY").bytes()).expectRejection(1, 1, 7);

        Answers.await(
                "an audit row",
                () -> rowsOf("modality:" + title).equals(List.of("ASSOCIATION_REFUSED result=1 source=1 reason=7")));
    }

    @Test
    void n3_an_odd_calling_title_is_refused_and_inert_in_the_log() throws Exception {
        String title = "X\u001B[31m\"<b>\n";
        connect(associateRq().calling(title).bytes()).expectRejection(1, 1, 3);

        Answers.await("a log line", () -> log().contains("calling=\"X\uFFFD[31m'<b>"));
        assertThat(log()).doesNotContain("X\u001B");
    }

    @Test
    void n7_a_browser_is_turned_away() {
        connect(PduBytes.ascii("GET / HTTP/1.1\r\nHost: pacs\r\n\r\n")).expectAbort(2, 1);
    }

    @Test
    void n13_an_object_that_is_broken_off_leaves_no_file_and_is_on_the_trail() {
        String title = "BREAK" + System.nanoTime() % 1_000_000;
        Set<Path> before = files.stored();
        ScriptedPeer peer = ScriptedPeer.associate(
                        server.dicomPort(), associateRq().calling(title))
                .send(pData(1, 3, storeCommand(PduBytes.MAMMOGRAM, Uids.newUid())), pData(1, 0, new byte[5000]));
        Answers.await("the object to arrive", () -> !files.unfinished().isEmpty());
        peer.reset();

        Answers.await("the arrival to end", () -> files.unfinished().isEmpty());
        Answers.await(
                "an audit row",
                () -> rowsOf("modality:" + title).stream().anyMatch(row -> row.startsWith("TRANSFER_INTERRUPTED")));
        assertThat(files.stored()).isEqualTo(before);
    }

    private List<String> rowsOf(String actor) {
        JsonArray rows = JsonParser.parseString(
                        server.as("auditor").get("/api/v1/audit/rows").body())
                .getAsJsonArray();
        return StreamSupport.stream(rows.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(row -> row.get("actor").getAsString().equals(actor))
                .map(BadCallersIT::words)
                .toList();
    }

    private static String words(JsonObject row) {
        return row.get("action").getAsString() + " " + row.get("detail").getAsString();
    }

    private String log() {
        try {
            return Files.readString(server.log());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ScriptedPeer connect(byte[] bytes) {
        return ScriptedPeer.connect(server.dicomPort()).send(bytes);
    }
}
