package org.mammoflow.web.dicomweb;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.image.Frames;
import org.mammoflow.dicom.image.HeldFrame;
import org.mammoflow.dicom.image.Rendition;
import org.mammoflow.review.ImageFile;

/**
 * Decodes frames for clients: no more at a time than there are processors, and within the memory that the whole server has
 * for decoding. Pictures that were made are kept for a while; they are small.
 */
@ApplicationScoped
public class Decoding {

    private static final long KEPT_BYTES = 32L << 20;

    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final Map<Key, byte[]> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long keptBytes;

    /** @param sha256 of the file, which therefore never changes under its key */
    private record Key(String sha256, int frame, Picture picture) {}

    /** @throws org.mammoflow.dicom.image.UnreadablePixels with the reason why not */
    Samples samples(DicomFile object, int number) throws IOException {
        return new Samples(
                frame(object, number),
                object.dataSet().integer(Tag.BitsAllocated).orElse(16));
    }

    DicomFile object(ImageFile file) throws IOException {
        return DicomFile.read(file.path(), ReaderLimits.STANDARD);
    }

    /** @throws org.mammoflow.dicom.image.UnreadablePixels with the reason why not */
    byte[] picture(ImageFile file, int number, Picture picture) throws IOException {
        Key key = new Key(file.instance().sha256(), number, picture);
        Optional<byte[]> known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] made = made(object(file), number, picture);
        keep(key, made);
        return made;
    }

    private byte[] made(DicomFile object, int number, Picture picture) throws IOException {
        Rendition rendition = rendition(object, number, picture);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (picture.format()) {
            case JPEG -> rendition.writeJpeg(out);
            case PNG -> rendition.writePng(out);
        }
        return out.toByteArray();
    }

    private Rendition rendition(DicomFile object, int number, Picture picture) throws IOException {
        try (HeldFrame held = frame(object, number)) {
            return picture.of(object.dataSet(), held.frame());
        }
    }

    private HeldFrame frame(DicomFile object, int number) throws IOException {
        turns.acquireUninterruptibly();
        try {
            return Frames.held(object, number);
        } finally {
            turns.release();
        }
    }

    private synchronized Optional<byte[]> known(Key key) {
        return Optional.ofNullable(kept.get(key));
    }

    private synchronized void keep(Key key, byte[] made) {
        if (made.length > KEPT_BYTES / 8 || kept.putIfAbsent(key, made) != null) {
            return;
        }
        keptBytes += made.length;
        Iterator<byte[]> oldest = kept.values().iterator();
        while (keptBytes > KEPT_BYTES) {
            keptBytes -= oldest.next().length;
            oldest.remove();
        }
    }
}
