package org.mammoflow.classifier.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mammoflow.classifier.pixels.InputTensor;

/**
 * Writes tensors and their labels as a NumPy archive: {@code tensors} (N × 1 × size × size, float32) and one array of
 * strings for each column, in the order of the rows. The file appears under its name when it is complete.
 */
public final class TensorTable implements AutoCloseable {

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private final Path file;
    private final Path tensors;
    private final OutputStream tensorBytes;
    private final int size;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Begins a table.
     *
     * @param file the {@code .npz} to make; its folder also takes the unfinished parts
     * @param size height and width of the tensors
     * @param columns names of the label columns; {@code tensors} is taken
     */
    public TensorTable(Path file, int size, List<String> columns) throws IOException {
        if (columns.contains("tensors")) {
            throw new IllegalArgumentException("a label column must not be called 'tensors'");
        }
        this.file = file.toAbsolutePath();
        this.size = size;
        this.columns = List.copyOf(columns);
        this.tensors = Files.createTempFile(this.file.getParent(), file.getFileName() + ".", ".tensors");
        this.tensorBytes = new BufferedOutputStream(Files.newOutputStream(tensors), 1 << 16);
    }

    /**
     * Appends one row.
     *
     * @param labels one text for each column
     */
    public void add(InputTensor tensor, List<String> labels) throws IOException {
        if (tensor.size() != size || labels.size() != columns.size()) {
            throw new IllegalArgumentException("a row needs a tensor of " + size + " and labels " + columns);
        }
        tensorBytes.write(tensor.littleEndianBytes());
        rows.add(List.copyOf(labels));
    }

    /** Rows so far. */
    public int rows() {
        return rows.size();
    }

    /** Completes the file. */
    public void finish() throws IOException {
        tensorBytes.close();
        Path unfinished = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".part");
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            writeTensors(zip);
            for (int column = 0; column < columns.size(); column++) {
                writeColumn(zip, column);
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void writeTensors(ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry("tensors.npy"));
        zip.write(new NpyHeader("<f4", rows.size() + ", 1, " + size + ", " + size).bytes());
        Files.copy(tensors, zip);
        zip.closeEntry();
    }

    private void writeColumn(ZipOutputStream zip, int column) throws IOException {
        int longest = 1;
        for (List<String> row : rows) {
            longest = Math.max(longest, row.get(column).getBytes(UTF_32LE).length / Integer.BYTES);
        }
        ByteBuffer cells =
                ByteBuffer.allocate(rows.size() * longest * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rows.size(); i++) {
            cells.position(i * longest * Integer.BYTES)
                    .put(rows.get(i).get(column).getBytes(UTF_32LE));
        }
        zip.putNextEntry(new ZipEntry(columns.get(column) + ".npy"));
        zip.write(new NpyHeader("<U" + longest, rows.size() + ",").bytes());
        zip.write(cells.array());
        zip.closeEntry();
    }

    /** Removes what {@link #finish()} has not turned into the file. */
    @Override
    public void close() throws IOException {
        tensorBytes.close();
        Files.deleteIfExists(tensors);
    }
}
