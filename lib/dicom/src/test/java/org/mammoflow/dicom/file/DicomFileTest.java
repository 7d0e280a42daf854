package org.mammoflow.dicom.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mammoflow.dicom.fixture.Mammogram.mammogram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DataSetReader;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.DicomFormatException;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.data.Vr;

class DicomFileTest {

    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @TempDir
    Path folder;

    @Test
    void touches_less_than_a_megabyte_of_a_17_megabyte_object() throws IOException {
        Path file = mammogram().withRows(3328).withColumns(2560).writtenTo(folder.resolve("mg.dcm"), EXPLICIT);
        assertThat(Files.size(file)).isGreaterThan(17_000_000);

        try (CountingChannel channel = new CountingChannel(FileChannel.open(file))) {
            DicomFile read = DicomFile.read(channel, file, ReaderLimits.STANDARD);

            assertThat(read.dataSet().integer(Tag.Rows)).hasValue(3328);
            assertThat(read.pixelData().orElseThrow().length()).isEqualTo(3328L * 2560 * 2);
            assertThat(channel.bytesRead()).isLessThan(32 * 1024);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Uid.EXPLICIT_VR_LITTLE_ENDIAN, Uid.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN})
    void opens_pixels_where_they_lie(String syntax) throws IOException {
        Path file = mammogram()
                .writtenTo(folder.resolve("mg.dcm"), TransferSyntax.of(syntax).orElseThrow());

        DicomFile read = DicomFile.read(file, ReaderLimits.STANDARD);

        byte[] pixels = mammogram().dataSet().bytes(Tag.PixelData);
        try (InputStream in = read.pixelData().orElseThrow().open()) {
            assertThat(in.readAllBytes()).isEqualTo(pixels);
        }
        assertThat(read.fragments()).isEmpty();
    }

    @Test
    void writes_the_same_object_as_the_same_bytes_and_says_nothing_of_its_origin() throws IOException {
        byte[] meta = FileMeta.of(Uid.VERIFICATION, "1.2.3", EXPLICIT.uid()).bytes();

        assertThat(meta)
                .isEqualTo(
                        FileMeta.of(Uid.VERIFICATION, "1.2.3", EXPLICIT.uid()).bytes());
        assertThat(Arrays.copyOf(meta, 128)).containsOnly(0);
        assertThat(FileMeta.of(Uid.VERIFICATION, "1.2.3", EXPLICIT.uid())
                        .attributes()
                        .contains(Tag.SourceApplicationEntityTitle))
                .isFalse();
        assertThat(meta.length % 2).isZero();
    }

    @Test
    void reads_a_stream_written_behind_its_file_meta() throws IOException {
        Path file = folder.resolve("intake.dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(FileMeta.of("1.2.840", "1.2.3", Uid.IMPLICIT_VR_LITTLE_ENDIAN)
                    .bytes());
            out.write(mammogram().encoded(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
        }

        DicomFile read = DicomFile.read(file, ReaderLimits.STANDARD);

        assertThat(read.meta().string(Tag.MediaStorageSOPInstanceUID)).contains("1.2.3");
        assertThat(read.meta().string(Tag.ImplementationVersionName)).contains("MAMMOFLOW");
        assertThat(read.transferSyntax()).isEqualTo(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        assertThat(read.dataSet().string(Tag.Modality)).contains("MG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ\u0090\0", "\u007FELF", "<html><script>alert(1)</script>"})
    void drops_a_preamble_that_makes_the_file_something_else_as_well(String disguise) throws IOException {
        Path file = mammogram().writtenTo(folder.resolve("polyglot.dcm"), EXPLICIT);
        byte[] bytes = Files.readAllBytes(file);
        byte[] start = disguise.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(start, 0, bytes, 0, start.length);
        Files.write(file, bytes);

        Path served = folder.resolve("served.dcm");
        DicomFile.write(served, DicomFile.read(file, ReaderLimits.STANDARD).dataSet(), EXPLICIT);

        assertThat(Arrays.copyOf(Files.readAllBytes(served), 128)).containsOnly(0);
    }

    @Test
    void refuses_files_without_any_element() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.dcm"));
        Path onlyMeta = Files.write(
                folder.resolve("meta.dcm"),
                FileMeta.of("1.2", "1.3", EXPLICIT.uid()).bytes());

        assertRefused(empty, "no data element");
        assertRefused(onlyMeta, "no data element");
    }

    @Test
    void refuses_an_unknown_transfer_syntax() throws IOException {
        Path file = Files.write(
                folder.resolve("odd.dcm"), FileMeta.of("1.2", "1.3", "1.2.3.4").bytes());

        assertRefused(file, "unknown transfer syntax");
    }

    @Test
    void refuses_a_deflate_bomb_long_before_its_end() throws IOException {
        Path file = folder.resolve("bomb.dcm");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(FileMeta.of("1.2", "1.3", Uid.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)
                .bytes());
        try (OutputStream deflated = new DeflaterOutputStream(bomb, new Deflater(9, true))) {
            deflated.write(new byte[] {(byte) 0xE0, 0x7F, 0x10, 0, 'O', 'W', 0, 0, -2, -1, -1, 0x7F});
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                deflated.write(zeros);
            }
        }
        Files.write(file, bomb.toByteArray());

        assertRefused(file, "more than 100 times its size");
    }

    @Test
    void refuses_a_damaged_deflated_data_set() throws IOException {
        Path file = mammogram().writtenTo(folder.resolve("mg.dcm"), TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 200));

        assertRefused(file, "deflated data set: damaged");
    }

    @Test
    void leaves_long_values_in_the_file_and_short_ones_of_a_stream_in_memory() throws IOException {
        byte[] lut = new byte[300_000];
        Attributes dataSet = mammogram().dataSet().setBytes(Tag.EncapsulatedDocument, Vr.OB, lut);
        Path file = folder.resolve("long.dcm");
        DicomFile.write(file, dataSet, EXPLICIT);

        Attributes read = DicomFile.read(file, ReaderLimits.STANDARD).dataSet();
        assertThat(read.bytes(Tag.EncapsulatedDocument)).isEmpty();
        assertThat(read.bulk(Tag.EncapsulatedDocument).orElseThrow().read(300_000))
                .isEqualTo(lut);

        byte[] encoded = new DataSetWriter(EXPLICIT).toBytes(dataSet);
        Attributes streamed =
                new DataSetReader(EXPLICIT, ReaderLimits.STANDARD).read(new java.io.ByteArrayInputStream(encoded));
        assertThat(streamed.bulk(Tag.PixelData).orElseThrow().length()).isEqualTo(64 * 48 * 2);
        assertThatThrownBy(() -> streamed.bulk(Tag.PixelData).orElseThrow().open())
                .hasMessageContaining("not kept");
    }

    private static void assertRefused(Path file, String rule) {
        assertThatThrownBy(() -> DicomFile.read(file, ReaderLimits.STANDARD))
                .isInstanceOf(DicomFormatException.class)
                .hasMessageContaining(rule);
    }
}
