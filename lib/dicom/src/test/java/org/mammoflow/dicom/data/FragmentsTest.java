package org.mammoflow.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "0"})
    void gives_all_fragments_to_the_only_frame(String offsets) throws Exception {
        assertThat(fragments(offsets, 10, 20, 30).frames(1))
                .hasSize(1)
                .first()
                .asList()
                .hasSize(3);
    }

    @Test
    void gives_one_fragment_to_each_frame_without_an_offset_table() throws Exception {
        assertThat(fragments("", 10, 20).frames(2)).extracting(List::size).containsExactly(1, 1);
    }

    @Test
    void follows_the_offset_table() throws Exception {
        assertThat(fragments("0 46", 10, 20, 30).frames(2))
                .extracting(List::size)
                .containsExactly(2, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 45|2",
                "46 0|2",
                "0 0|2",
                "0|2",
                "0 46 90|2",
                "0 4294967295|2",
                "''|2",
                "''|0",
                "0 18 46|4",
                "0 18|1",
                "18|1",
                "3|1"
            })
    void refuses_an_offset_table_that_does_not_fit(String offsets, int frames) {
        assertThatThrownBy(() -> fragments(offsets, 10, 20, 30).frames(frames))
                .isInstanceOf(DicomFormatException.class)
                .hasMessageContaining("for " + frames + " frames");
    }

    @Test
    void refuses_pixel_data_without_fragments() throws Exception {
        Attributes none = new RawDataSet()
                .longElement(Tag.PixelData, "OB", RawDataSet.UNDEFINED)
                .endOfSequence()
                .read();

        assertThatThrownBy(() -> none.fragments(Tag.PixelData).orElseThrow().frames(1))
                .isInstanceOf(DicomFormatException.class);
    }

    @Test
    void reads_ten_thousand_fragments_where_they_lie() throws Exception {
        RawDataSet dataSet = new RawDataSet()
                .longElement(Tag.PixelData, "OB", RawDataSet.UNDEFINED)
                .item(0);
        for (int i = 0; i < 10_000; i++) {
            dataSet.implicit(Tag.Item, 2, (byte) i, (byte) (i >> 8));
        }
        Fragments read = dataSet.endOfSequence().read().fragments(Tag.PixelData).orElseThrow();

        assertThat(read.frames(10_000)).hasSize(10_000);
        assertThat(read.fragments().get(4711).read(2)).containsExactly((byte) 4711, (byte) (4711 >> 8));
    }

    @Test
    void takes_the_extended_offset_table_and_writes_no_basic_one_beside_it() throws Exception {
        byte[] offsets = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0)
                .putLong(46)
                .array();
        Attributes dataSet = new Attributes()
                .setBytes(Tag.ExtendedOffsetTable, Vr.OV, offsets)
                .setFragments(Tag.PixelData, fragments("", 10, 20, 30));
        byte[] written = new DataSetWriter(TransferSyntax.JPEG_LOSSLESS_SV1).toBytes(dataSet);
        DataSetReader reader = new DataSetReader(TransferSyntax.JPEG_LOSSLESS_SV1, ReaderLimits.STANDARD);

        Attributes read = reader.read(written);

        assertThat(read.fragments(Tag.PixelData).orElseThrow().frames(2))
                .extracting(List::size)
                .containsExactly(2, 1);
        assertThat(new DataSetWriter(TransferSyntax.JPEG_LOSSLESS_SV1).toBytes(read))
                .isEqualTo(written);
    }

    private static Fragments fragments(String offsets, int... lengths) {
        List<Long> table = offsets.isEmpty()
                ? List.of()
                : java.util.stream.Stream.of(offsets.split(" "))
                        .map(Long::valueOf)
                        .toList();
        return new Fragments(
                table,
                IntStream.of(lengths)
                        .mapToObj(length -> BulkData.of(new byte[length]))
                        .toList());
    }
}
