package org.mammoflow.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.file.DicomFile;

class BulkDataTest {

    private static final byte[] PIXELS = {1, 2, 3, 4, 5, 6, 7, 8};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.1.99"})
    void a_view_shows_a_part_of_the_value_whatever_the_transfer_syntax(String syntax) throws IOException {
        ByteBuffer view = stored(syntax).view(2, 4);

        assertThat(view.remaining()).isEqualTo(4);
        assertThat(view.asShortBuffer().get(0)).isEqualTo((short) 0x0403);
        assertThat(view.asShortBuffer().get(1)).isEqualTo((short) 0x0605);
    }

    @Test
    void a_view_of_a_file_is_mapped_and_outlives_the_file_s_name() throws IOException {
        ByteBuffer view = stored("1.2.840.10008.1.2.1").view(0, 8);
        Files.delete(file());

        assertThat(view).isInstanceOf(MappedByteBuffer.class);
        assertThat(view.isReadOnly()).isTrue();
        assertThat(view.get(7)).isEqualTo((byte) 8);
    }

    @Test
    void a_view_of_numbers_in_big_endian_turns_them_round() throws IOException {
        BulkData bigEndian =
                new BulkData(at -> new ByteArrayInputStream(PIXELS, (int) at, PIXELS.length), 0, PIXELS.length, 2);

        assertThat(bigEndian.view(2, 4).asShortBuffer().get(1)).isEqualTo((short) 0x0506);
    }

    @Test
    void a_view_of_memory_is_read_only() throws IOException {
        assertThat(BulkData.of(PIXELS).view(1, 3).get(0)).isEqualTo((byte) 2);
        assertThat(BulkData.of(PIXELS).view(1, 3).isReadOnly()).isTrue();
    }

    @Test
    void no_view_reaches_beyond_the_value() throws IOException {
        BulkData value = stored("1.2.840.10008.1.2.1");

        assertThatThrownBy(() -> value.view(4, 5)).hasMessageContaining("length 8, wanted 5 from 4");
        assertThatThrownBy(() -> value.view(-1, 2)).hasMessageContaining("wanted 2 from -1");
        assertThatThrownBy(() -> value.view(0, -1)).hasMessageContaining("wanted -1");
    }

    @Test
    void a_file_that_was_cut_off_meanwhile_is_told_before_anything_is_read() throws IOException {
        BulkData value = stored("1.2.840.10008.1.2.1");
        Files.write(file(), new byte[] {0, 1, 2});

        assertThatThrownBy(() -> value.view(0, 8))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("are missing");
    }

    private BulkData stored(String transferSyntax) throws IOException {
        Attributes dataSet = new Attributes();
        dataSet.set(Tag.SOPClassUID, Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION);
        dataSet.set(Tag.SOPInstanceUID, "1.2.3");
        dataSet.setBytes(Tag.PixelData, Vr.OW, PIXELS);
        DicomFile.write(file(), dataSet, TransferSyntax.of(transferSyntax).orElseThrow());
        return DicomFile.read(file(), ReaderLimits.STANDARD).pixelData().orElseThrow();
    }

    private Path file() {
        return folder.resolve("object.dcm");
    }
}
