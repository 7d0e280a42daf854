package org.mammoflow.classifier.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.classifier.pixels.InputTensor;

class TensorTableTest {

    @TempDir
    Path folder;

    @Test
    void holds_tensors_and_labels_in_the_order_of_the_rows() throws Exception {
        Path file = folder.resolve("out.npz");
        try (TensorTable table = new TensorTable(file, 2, List.of("label", "patient"))) {
            table.add(new InputTensor(2, new float[] {1, 2, 3, 4}), List.of("NO_IMPLANT_POSITIVE", "ä1"));
            table.add(new InputTensor(2, new float[] {5, 6, 7, 8}), List.of("IMPLANT_NEGATIVE", "b"));
            table.finish();
        }
        assertThat(array(file, "tensors", "'<f4'", "(2, 1, 2, 2)").asFloatBuffer())
                .isEqualTo(FloatBuffer.wrap(new float[] {1, 2, 3, 4, 5, 6, 7, 8}));
        assertThat(text(array(file, "label", "'<U19'", "(2,)"))).startsWith("NO_IMPLANT_POSITIVEIMPLANT_NEGATIVE");
        assertThat(text(array(file, "patient", "'<U2'", "(2,)"))).isEqualTo("ä1b\0");
    }

    @Test
    void leaves_nothing_behind_when_it_is_abandoned() throws Exception {
        try (TensorTable table = new TensorTable(folder.resolve("out.npz"), 2, List.of())) {
            table.add(new InputTensor(2, new float[4]), List.of());
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refuses_rows_of_another_shape() throws Exception {
        try (TensorTable table = new TensorTable(folder.resolve("out.npz"), 2, List.of("label"))) {
            InputTensor tensor = new InputTensor(2, new float[4]);
            assertThatThrownBy(() -> table.add(tensor, List.of())).hasMessageContaining("[label]");
            assertThatThrownBy(() -> table.add(new InputTensor(3, new float[9]), List.of("x")))
                    .hasMessageContaining("tensor of 2");
        }
    }

    private static ByteBuffer array(Path file, String name, String type, String shape) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ByteBuffer bytes = ByteBuffer.wrap(
                            zip.getInputStream(zip.getEntry(name + ".npy")).readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN);
            int end = 10 + bytes.getShort(8);
            String header = new String(bytes.array(), 10, end - 10, StandardCharsets.US_ASCII);
            assertThat(end % 64).isZero();
            assertThat(header).contains(type).contains(shape).endsWith("\n");
            return bytes.position(end).slice().order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static String text(ByteBuffer array) {
        return Charset.forName("UTF-32LE").decode(array).toString();
    }
}
