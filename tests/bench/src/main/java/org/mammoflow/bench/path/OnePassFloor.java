package org.mammoflow.bench.path;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The least that preprocessing can be: a mapped file whose samples are each looked at once, for a histogram and for the
 * sums of blocks. It finds no breast and knows no grey scale.
 */
final class OnePassFloor {

    private static final int EDGE = 4;

    private final Path file;
    private final int rows;
    private final int columns;

    /** @param file whose last bytes are the samples */
    OnePassFloor(Path file, int rows, int columns) {
        this.file = file;
        this.rows = rows;
        this.columns = columns;
    }

    /** @return something that depends on each sample */
    long run() throws IOException {
        ShortBuffer samples = map();
        int[] histogram = new int[1 << 16];
        int[] sums = new int[columns / EDGE * (rows / EDGE + 1)];
        short[] line = new short[columns];
        for (int y = 0; y < rows; y++) {
            samples.get(line);
            add(line, histogram, sums, y / EDGE * (columns / EDGE));
        }
        return Arrays.hashCode(sums) + (long) Arrays.hashCode(histogram);
    }

    private static void add(short[] line, int[] histogram, int[] sums, int start) {
        for (int x = 0; x < line.length; x++) {
            int value = line[x] & 0xFFFF;
            histogram[value]++;
            sums[start + x / EDGE] += value;
        }
    }

    private ShortBuffer map() throws IOException {
        long bytes = 2L * rows * columns;
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(MapMode.READ_ONLY, channel.size() - bytes, bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
        }
    }
}
