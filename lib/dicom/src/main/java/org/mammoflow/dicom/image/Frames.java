package org.mammoflow.dicom.image;

import static org.mammoflow.dicom.image.UnreadablePixels.because;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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
 * Reads frames. Sizes are checked before anything is allocated, and memory is taken from what the process has for decoding; codestreams
 * are decoded on a thread of their own with a deadline.
 *
 * <p>Servers take {@link #held} frames and close them. The others are for programs that look at one frame after the other: what these
 * keep is not accounted for.
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
    private final DecodingRoom room;

    private Frames(Attributes attributes, TransferSyntax syntax, DecodingRoom room) {
        this.attributes = attributes;
        this.syntax = syntax;
        this.module = PixelModule.of(attributes);
        this.room = room;
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
        try (HeldFrame held = held(attributes, syntax, DecodingRoom.OF_THE_PROCESS)) {
            return held.frame();
        }
    }

    /**
     * The frame of a file that must have exactly one, with its share of the memory for decoded frames.
     *
     * @throws UnreadablePixels with the reason why not
     * @throws NoRoomToDecode when too many others are being decoded
     * @throws IOException when the file cannot be read
     */
    public static HeldFrame held(DicomFile file) throws IOException {
        return held(file.dataSet(), file.transferSyntax(), DecodingRoom.OF_THE_PROCESS);
    }

    static HeldFrame held(Attributes attributes, TransferSyntax syntax, DecodingRoom room) throws IOException {
        Frames frames = new Frames(attributes, syntax, room);
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
        try (HeldFrame held = held(attributes, syntax, number)) {
            return held.frame();
        }
    }

    /** {@link #held(DicomFile)} of a multi-frame object; frames are counted from 1. */
    public static HeldFrame held(DicomFile file, int number) throws IOException {
        return held(file.dataSet(), file.transferSyntax(), number);
    }

    private static HeldFrame held(Attributes attributes, TransferSyntax syntax, int number) throws IOException {
        Frames frames = new Frames(attributes, syntax, DecodingRoom.OF_THE_PROCESS);
        if (number < 1 || number > frames.module.numberOfFrames()) {
            throw because(
                    Reason.FRAMES_OUT_OF_RANGE,
                    "frame %d of an object with %d",
                    number,
                    frames.module.numberOfFrames());
        }
        return frames.frame(number);
    }

    private HeldFrame frame(int number) throws IOException {
        if (!attributes.contains(Tag.PixelData)) {
            throw because(Reason.NO_PIXEL_DATA, "(7FE0,0010) Pixel Data is missing");
        }
        return syntax.encapsulated() ? decoded(number) : uncompressed(number);
    }

    private Frame frame(ShortBuffer samples) {
        return new Frame(module.rows(), module.columns(), samples, module.bitsStored(), module.signed());
    }

    /** Bytes of the samples, 16 bits each. */
    private long sampleBytes() {
        return 2L * module.rows() * module.columns();
    }

    private StoredBits bits() {
        return StoredBits.of(module);
    }

    private HeldFrame uncompressed(int number) throws IOException {
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
        if (module.bitsAllocated() == 16 && bits().isSound(bytes.asShortBuffer())) {
            return HeldFrame.of(frame(bytes.asShortBuffer().asReadOnlyBuffer()));
        }
        DecodingRoom.Share share = room.take(sampleBytes(), DEADLINE);
        return HeldFrame.of(frame(bits().cleaned(copied(bytes))), share);
    }

    private short[] copied(ByteBuffer bytes) {
        short[] samples = new short[module.rows() * module.columns()];
        if (module.bitsAllocated() == 16) {
            bytes.asShortBuffer().get(samples);
            return samples;
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (bytes.get(i) & 0xFF);
        }
        return samples;
    }

    private HeldFrame decoded(int number) throws IOException {
        Decoder decoder = Codecs.decoder(syntax)
                .orElseThrow(() ->
                        because(Reason.UNSUPPORTED_TRANSFER_SYNTAX, "transfer syntax %s is not decoded", syntax.uid()));
        List<BulkData> fragments = fragments(number);
        int length = length(fragments);
        requireProportion(length);
        byte[] head = joined(fragments, Math.min(length, Decoder.HEAD_BYTES));
        long heapBytes = BoundedDecoding.stated(() -> decoder.heapBytes(head, length, module.grid()));
        DecodingRoom.Share share = room.take(length + heapBytes, DEADLINE);
        byte[] codestream = head.length == length ? head : codestream(fragments, length, share);
        short[] patterns = BoundedDecoding.within(DEADLINE, share, () -> decoder.decode(codestream, module.grid()));
        share.shrinkTo(sampleBytes());
        return HeldFrame.of(frame(Codecs.isLossy(syntax) ? bits().limited(patterns) : bits().cleaned(patterns)), share);
    }

    private static byte[] codestream(List<BulkData> fragments, int length, DecodingRoom.Share share)
            throws IOException {
        try {
            return joined(fragments, length);
        } catch (IOException | RuntimeException e) {
            share.close();
            throw e;
        }
    }

    private List<BulkData> fragments(int number) throws IOException {
        Fragments fragments = attributes
                .fragments(Tag.PixelData)
                .orElseThrow(() -> because(
                        Reason.FRAGMENTS_BROKEN,
                        "(7FE0,0010) Pixel Data is not in fragments, the transfer syntax is compressed"));
        try {
            return fragments.frames(module.numberOfFrames()).get(number - 1);
        } catch (DicomFormatException e) {
            throw new UnreadablePixels(Reason.FRAGMENTS_BROKEN, e, e.getMessage());
        }
    }

    private int length(List<BulkData> fragments) {
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
        return (int) length;
    }

    /** The first {@code count} bytes of the fragments, each read straight to its place. */
    private static byte[] joined(List<BulkData> fragments, int count) throws IOException {
        byte[] joined = new byte[count];
        int at = 0;
        for (BulkData fragment : fragments) {
            int wanted = (int) Math.min(fragment.length(), count - at);
            try (InputStream in = fragment.open()) {
                if (in.readNBytes(joined, at, wanted) < wanted) {
                    throw new EOFException("bytes of a fragment of (7FE0,0010) Pixel Data are missing");
                }
            }
            at += wanted;
            if (at == count) {
                break;
            }
        }
        return joined;
    }

    private void requireProportion(long codestreamBytes) {
        long decoded = sampleBytes();
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
