package org.mammoflow.inference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.mammoflow.classifier.GreyImage;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.image.Frame;
import org.mammoflow.dicom.image.Frames;
import org.mammoflow.dicom.image.GreyScale;
import org.mammoflow.dicom.image.HeldFrame;
import org.mammoflow.platform.Digest;

/**
 * The bridge from lib/dicom to lib/classifier: a decoded frame with its grey scale.
 *
 * @param pixelDigest SHA-256 of the samples, 16-bit little endian, row by row
 * @param held what the samples take of the memory for decoded frames, until this is closed
 */
record DecodedImage(GreyImage grey, String pixelDigest, long decodingMicros, HeldFrame held) implements AutoCloseable {

    /** Samples at a time; so few stay in the processor's nearest cache. */
    private static final int CHUNK = 8192;

    static DecodedImage of(DicomFile file) throws IOException {
        long start = System.nanoTime();
        HeldFrame held = Frames.held(file);
        try {
            Frame frame = held.frame();
            GreyImage grey = new GreyImage(
                    frame.rows(),
                    frame.columns(),
                    frame.samples(),
                    GreyScale.of(file.dataSet()).table(frame));
            return new DecodedImage(grey, digest(frame.samples()), (System.nanoTime() - start) / 1000, held);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    @Override
    public void close() {
        held.close();
    }

    private static String digest(ShortBuffer samples) {
        Digest digest = new Digest();
        ByteBuffer bytes = ByteBuffer.allocate(2 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < samples.limit(); from += CHUNK) {
            int count = Math.min(CHUNK, samples.limit() - from);
            bytes.clear().asShortBuffer().put(samples.slice(from, count));
            digest.update(bytes.limit(2 * count));
        }
        return digest.value();
    }
}
