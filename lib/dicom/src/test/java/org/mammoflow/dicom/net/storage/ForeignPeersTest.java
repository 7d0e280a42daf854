package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.data.Uids;
import org.mammoflow.dicom.data.Vr;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.fixture.ForeignTool;

/** Another toolkit's clients against our SCP, and our clients against its server. */
class ForeignPeersTest {

    private static final String MAMMOGRAM = Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION;

    @TempDir
    Path folder;

    private RunningScp scp;

    @BeforeEach
    void start() {
        scp = RunningScp.start();
    }

    @AfterEach
    void stop() {
        scp.close();
    }

    @Test
    void answers_the_echo_of_dcmtk() {
        ForeignTool.Outcome outcome =
                ForeignTool.find("echoscu").run("-aec", RunningScp.AE_TITLE, "localhost", scp.port());

        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
        assertThat(scp.nextEvent()).isEqualTo("opened");
        assertThat(scp.nextEvent()).isEqualTo("released");
    }

    @Test
    void receives_every_byte_that_storescu_sends() throws IOException {
        Path file = mammogram("1.2.3.4");

        ForeignTool.Outcome outcome = ForeignTool.find("storescu")
                .run("--propose-little", "-aec", RunningScp.AE_TITLE, "localhost", scp.port(), file);

        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
        RunningScp.Stored stored = scp.nextStored();
        assertThat(stored.request().sopInstanceUid()).isEqualTo("1.2.3.4");
        assertThat(stored.request().transferSyntaxUid()).isEqualTo(Uid.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(stored.length()).isGreaterThan(3_000_000);
    }

    @Test
    void receives_many_objects_from_dcmsend_on_one_association() throws IOException {
        Path first = mammogram("1.2.3.1");
        Path second = mammogram("1.2.3.2");

        ForeignTool.Outcome outcome =
                ForeignTool.find("dcmsend").run("-aec", RunningScp.AE_TITLE, "localhost", scp.port(), first, second);

        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
        assertThat(List.of(
                        scp.nextStored().request().sopInstanceUid(),
                        scp.nextStored().request().sopInstanceUid()))
                .containsExactlyInAnyOrder("1.2.3.1", "1.2.3.2");
    }

    @Test
    void stores_with_storescp_what_it_then_finds_on_disk_unchanged() throws IOException, InterruptedException {
        int port = freePort();
        Path received = Files.createDirectory(folder.resolve("received"));
        Process storescp = ForeignTool.find("storescp").start("+B", "-od", received, port);
        try {
            awaitPort(port);
            byte[] dataSet = dataSetOf("1.2.3.5");
            Path encoded = Files.write(folder.resolve("dataset"), dataSet);
            try (StorageScu scu = StorageScu.connect(ScuConfig.of(
                    Peer.of("localhost", port, "STORESCP", "TEST"),
                    Map.of(MAMMOGRAM, List.of(Uid.EXPLICIT_VR_LITTLE_ENDIAN))))) {
                assertThat(scu.echo().status()).isZero();
                StoreResponse response =
                        scu.store(new StoreItem(MAMMOGRAM, "1.2.3.5", Uid.EXPLICIT_VR_LITTLE_ENDIAN), encoded);
                assertThat(response).isEqualTo(StoreResponse.success());
            }
            try (var files = Files.list(received)) {
                Path file = files.findFirst().orElseThrow();
                assertThat(Files.readAllBytes(file)).endsWith(dataSet);
                assertThat(DicomFile.read(file, ReaderLimits.STANDARD).dataSet().string(Tag.SOPInstanceUID))
                        .contains("1.2.3.5");
            }
        } finally {
            storescp.destroy();
            storescp.waitFor();
        }
    }

    private Path mammogram(String sopInstanceUid) throws IOException {
        Path file = folder.resolve(sopInstanceUid + ".dcm");
        DicomFile.write(file, attributes(sopInstanceUid), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return file;
    }

    private static byte[] dataSetOf(String sopInstanceUid) {
        return new org.mammoflow.dicom.data.DataSetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .toBytes(attributes(sopInstanceUid));
    }

    private static Attributes attributes(String sopInstanceUid) {
        byte[] pixels = new byte[2 * 1280 * 1400];
        new Random(1).nextBytes(pixels);
        return new Attributes()
                .set(Tag.SOPClassUID, MAMMOGRAM)
                .set(Tag.SOPInstanceUID, sopInstanceUid)
                .set(Tag.StudyInstanceUID, Uids.newUid())
                .set(Tag.SeriesInstanceUID, Uids.newUid())
                .set(Tag.PatientID, "TEST")
                .set(Tag.PatientName, "TEST")
                .setInt(Tag.SamplesPerPixel, 1)
                .set(Tag.PhotometricInterpretation, "MONOCHROME2")
                .setInt(Tag.Rows, 1400)
                .setInt(Tag.Columns, 1280)
                .setInt(Tag.BitsAllocated, 16)
                .setInt(Tag.BitsStored, 16)
                .setInt(Tag.HighBit, 15)
                .setInt(Tag.PixelRepresentation, 0)
                .setBytes(Tag.PixelData, Vr.OW, pixels);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(int port) {
        org.assertj.core.api.Assertions.assertThatCode(() -> {
                    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
                    while (true) {
                        try {
                            Verification.echo("localhost", port, "STORESCP", "TEST", Duration.ofSeconds(2));
                            return;
                        } catch (IOException notYet) {
                            if (System.nanoTime() > end) {
                                throw notYet;
                            }
                            Thread.onSpinWait();
                        }
                    }
                })
                .doesNotThrowAnyException();
    }
}
