package org.mammoflow.web.dicomweb;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.mammoflow.dicom.image.HeldFrame;

/**
 * A frame's samples as Explicit VR Little Endian has them: two bytes each, the lower first, or one when that was allocated. Written
 * once; then the memory is free for other frames.
 */
final class Samples implements StreamingOutput {

    private static final int CHUNK = 64 * 1024;

    private final HeldFrame held;
    private final ShortBuffer samples;
    private final int bytesPerSample;

    Samples(HeldFrame held, int bitsAllocated) {
        this.held = held;
        this.samples = held.frame().samples();
        this.bytesPerSample = bitsAllocated / 8;
    }

    long length() {
        return (long) samples.limit() * bytesPerSample;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (held) {
            writeChunks(out);
        }
    }

    private void writeChunks(OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < samples.limit(); from += CHUNK) {
            ShortBuffer chunk = samples.slice(from, Math.min(CHUNK, samples.limit() - from));
            int length = bytesPerSample == 2 ? wide(chunk, bytes) : narrow(chunk, bytes);
            out.write(bytes.array(), 0, length);
        }
    }

    private static int wide(ShortBuffer chunk, ByteBuffer bytes) {
        bytes.clear().asShortBuffer().put(chunk.duplicate());
        return 2 * chunk.limit();
    }

    private static int narrow(ShortBuffer chunk, ByteBuffer bytes) {
        for (int i = 0; i < chunk.limit(); i++) {
            bytes.put(i, (byte) chunk.get(i));
        }
        return chunk.limit();
    }
}
