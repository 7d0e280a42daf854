package org.mammoflow.dicom.image;

import static org.mammoflow.dicom.image.UnreadablePixels.because;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.time.Duration;
import java.util.List;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.BulkData;
import org.mammoflow.dicom.data.DicomFormatException;
import org.mammoflow.dicom.data.Fragments;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.image.UnreadablePixels.Reason;
import org.mammoflow.dicom.image.codec.Decoder;

/**
 * Reads frames. Sizes are checked before anything is allocated; codestreams are decoded on a thread of their own with a deadline.
 */
public final class Frames {
    /** A frame of 150 million samples takes a slow machine a tenth of it. */
    static final Duration DEADLINE = Duration.ofSeconds(60);

    /** Beyond this size, decoded bytes must be in proportion to the codestream's. */
    private static final long ALWAYS_ALLOWED = 64L << 20;

    private static final long HIGHEST_RATIO = 10_000;

    private final Attributes attributes;
    private final TransferSyntax syntax;
    private final PixelModule module;

    private Frames(Attributes attributes, TransferSyntax syntax) {
        this.attributes = attributes;
        this.syntax = syntax;
        this.module = PixelModule.of(attributes);
    }

    /** {@link #single(Attributes, TransferSyntax)} of a file. */
    public static Frame single(DicomFile file) throws IOException {
        return single(file.dataSet(), file.transferSyntax());
    }

    /** {@link #read(Attributes, TransferSyntax, int)} of a file. */
    public static Frame read(DicomFile file, int number) throws IOException {
        return read(file.dataSet(), file.transferSyntax(), number);
    }

    /**
     * The frame of an object that must have exactly one.
     *
     * @throws UnreadablePixels with the reason why not
     * @throws IOException when the file cannot be read
     */
    public static Frame single(Attributes attributes, TransferSyntax syntax) throws IOException {
        Frames frames = new Frames(attributes, syntax);
        frames.module.requireSingleFrame();
        return frames.frame(1);
    }

    /**
     * One frame of a multi-frame object.
     *
     * @param number counted from 1, as everywhere in DICOM
     * @throws UnreadablePixels with the reason why not
     * @throws IOException when the file cannot be read
     */
    public static Frame read(Attributes attributes, TransferSyntax syntax, int number) throws IOException {
        Frames frames = new Frames(attributes, syntax);
        if (number < 1 || number > frames.module.numberOfFrames()) {
            throw because(
                    Reason.FRAMES_OUT_OF_RANGE,
                    "frame %d of an object with %d",
                    number,
                    frames.module.numberOfFrames());
        }
        return frames.frame(number);
    }

    private Frame frame(int number) throws IOException {
        if (!attributes.contains(Tag.PixelData)) {
            throw because(Reason.NO_PIXEL_DATA, "(7FE0,0010) Pixel Data is missing");
        }
        ShortBuffer samples = syntax.encapsulated() ? decoded(number) : bits().cleaned(uncompressed(number));
        return new Frame(module.rows(), module.columns(), samples, module.bitsStored(), module.signed());
    }

    private StoredBits bits() {
        return StoredBits.of(module);
    }

    private ShortBuffer uncompressed(int number) throws IOException {
        BulkData data = attributes
                .bulk(Tag.PixelData)
                .orElseThrow(() -> because(
                        Reason.FRAGMENTS_BROKEN,
                        "(7FE0,0010) Pixel Data is in fragments, the transfer syntax is uncompressed"));
        long needed = (long) module.frameBytes() * module.numberOfFrames();
        if (data.length() < needed) {
            throw because(
                    Reason.PIXEL_DATA_TOO_SHORT,
                    "(7FE0,0010) Pixel Data has %d bytes, rows, columns, bits and frames need %d",
                    data.length(),
                    needed);
        }
        ByteBuffer bytes = data.view((long) module.frameBytes() * (number - 1), module.frameBytes());
        return module.bitsAllocated() == 8 ? widened(bytes) : bytes.asShortBuffer();
    }

    private static ShortBuffer widened(ByteBuffer bytes) {
        short[] samples = new short[bytes.remaining()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (bytes.get(i) & 0xFF);
        }
        return ShortBuffer.wrap(samples);
    }

    private ShortBuffer decoded(int number) throws IOException {
        Decoder decoder = Codecs.decoder(syntax)
                .orElseThrow(() ->
                        because(Reason.UNSUPPORTED_TRANSFER_SYNTAX, "transfer syntax %s is not decoded", syntax.uid()));
        byte[] codestream = codestream(number);
        requireProportion(codestream.length);
        short[] patterns = BoundedDecoding.within(DEADLINE, () -> decoder.decode(codestream, module.grid()));
        return Codecs.isLossy(syntax) ? bits().limited(patterns) : bits().cleaned(ShortBuffer.wrap(patterns));
    }

    private byte[] codestream(int number) throws IOException {
        Fragments fragments = attributes
                .fragments(Tag.PixelData)
                .orElseThrow(() -> because(
                        Reason.FRAGMENTS_BROKEN,
                        "(7FE0,0010) Pixel Data is not in fragments, the transfer syntax is compressed"));
        try {
            return joined(fragments.frames(module.numberOfFrames()).get(number - 1));
        } catch (DicomFormatException e) {
            throw new UnreadablePixels(Reason.FRAGMENTS_BROKEN, e, e.getMessage());
        }
    }

    private byte[] joined(List<BulkData> fragments) throws IOException {
        long length = fragments.stream().mapToLong(BulkData::length).sum();
        if (length == 0) {
            throw because(Reason.FRAGMENTS_BROKEN, "(7FE0,0010) Pixel Data: the frame's fragments are empty");
        }
        // Larger than the samples it stands for, even with headers, no codestream is sound.
        if (length > 2L * module.frameBytes() + (1 << 20)) {
            throw because(
                    Reason.TOO_LARGE,
                    "(7FE0,0010) Pixel Data: the frame's codestream has %d bytes, its samples %d",
                    length,
                    module.frameBytes());
        }
        ByteBuffer joined = ByteBuffer.allocate((int) length);
        for (BulkData fragment : fragments) {
            joined.put(fragment.read((int) length));
        }
        return joined.array();
    }

    private void requireProportion(long codestreamBytes) {
        long decoded = 2L * module.rows() * module.columns();
        if (decoded > ALWAYS_ALLOWED && decoded > HIGHEST_RATIO * codestreamBytes) {
            throw because(
                    Reason.TOO_LARGE,
                    "%d bytes of codestream for %d bytes of samples, more than 1:%d",
                    codestreamBytes,
                    decoded,
                    HIGHEST_RATIO);
        }
    }
}
