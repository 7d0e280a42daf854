package org.mammoflow.dicom.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;

/** Values in a file that is opened anew whenever one is asked for. */
record FileSource(Path file) implements BulkData.Source {

    @Override
    public InputStream open(long offset) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(offset);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    // The mapping outlives the channel; it goes with the last buffer that is left of it.
    @Override
    public ByteBuffer view(long offset, int count) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long left = Math.max(0, channel.size() - offset);
            return channel.map(MapMode.READ_ONLY, Math.min(offset, channel.size()), Math.min(count, left));
        }
    }
}
