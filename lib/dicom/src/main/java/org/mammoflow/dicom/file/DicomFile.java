package org.mammoflow.dicom.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.BulkData;
import org.mammoflow.dicom.data.DataSetReader;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.DicomFormatException;
import org.mammoflow.dicom.data.Fragments;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;

/**
 * A DICOM file (PS3.10 Chapter 7) whose header has been read; its Pixel Data stays in the file until asked for, so the
 * file must stay where it is meanwhile.
 */
public final class DicomFile {

    private final Attributes meta;
    private final Attributes dataSet;
    private final TransferSyntax transferSyntax;

    private DicomFile(Attributes meta, Attributes dataSet, TransferSyntax transferSyntax) {
        this.meta = meta;
        this.dataSet = dataSet;
        this.transferSyntax = transferSyntax;
    }

    /**
     * Reads everything but the pixels. Preamble and File Meta Information may be missing; the transfer syntax is then
     * what the first element looks like.
     *
     * @throws DicomFormatException when the file breaks a rule of PS3.5 or PS3.10, or a limit; when it holds no data
     *     element; or when its transfer syntax is unknown
     */
    public static DicomFile read(Path file, ReaderLimits limits) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return read(channel, file, limits);
        }
    }

    static DicomFile read(SeekableByteChannel channel, Path file, ReaderLimits limits) throws IOException {
        channel.position(startOfMeta(channel));
        Attributes meta = new DataSetReader(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, limits).readGroup(channel, 2);
        TransferSyntax syntax = transferSyntax(meta, channel);
        Attributes dataSet = new DataSetReader(syntax, limits).read(channel, file);
        if (dataSet.isEmpty()) {
            throw new DicomFormatException("no data element in the file");
        }
        return new DicomFile(meta, dataSet, syntax);
    }

    /** Writes a file with the File Meta Information that the data set's own UIDs demand; forcing it to disk is the caller's. */
    public static void write(Path file, Attributes dataSet, TransferSyntax syntax) throws IOException {
        FileMeta meta = FileMeta.of(uid(dataSet, Tag.SOPClassUID), uid(dataSet, Tag.SOPInstanceUID), syntax.uid());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(meta.bytes());
            new DataSetWriter(syntax).write(dataSet, out);
        }
    }

    /** Group 0002; empty when the file had none. */
    public Attributes meta() {
        return meta;
    }

    public Attributes dataSet() {
        return dataSet;
    }

    public TransferSyntax transferSyntax() {
        return transferSyntax;
    }

    /** Pixel Data that is not encapsulated, with its numbers in little endian. */
    public Optional<BulkData> pixelData() {
        return dataSet.bulk(Tag.PixelData);
    }

    /** Pixel Data that is encapsulated. */
    public Optional<Fragments> fragments() {
        return dataSet.fragments(Tag.PixelData);
    }

    private static String uid(Attributes dataSet, int tag) {
        return dataSet.string(tag)
                .orElseThrow(() -> new IllegalArgumentException(
                        org.mammoflow.dicom.data.Dictionary.describe(tag) + " is missing"));
    }

    private static long startOfMeta(SeekableByteChannel channel) throws IOException {
        byte[] start = peek(channel, 0, FileMeta.PREAMBLE + 4);
        boolean prefixed = start.length == FileMeta.PREAMBLE + 4
                && Arrays.equals(start, FileMeta.PREAMBLE, start.length, FileMeta.PREFIX, 0, 4);
        return prefixed ? start.length : 0;
    }

    private static TransferSyntax transferSyntax(Attributes meta, SeekableByteChannel channel) throws IOException {
        Optional<String> declared = meta.string(Tag.TransferSyntaxUID);
        if (declared.isPresent()) {
            return TransferSyntax.of(declared.get())
                    .orElseThrow(
                            () -> new DicomFormatException("(0002,0010) TransferSyntaxUID: unknown transfer syntax"));
        }
        return guess(peek(channel, channel.position(), 8));
    }

    /** Explicit VR shows by two capital letters, big endian by a group of 0x0100 and more. */
    private static TransferSyntax guess(byte[] first) {
        boolean explicit = first.length > 5 && isCapital(first[4]) && isCapital(first[5]);
        if (!explicit) {
            return TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
        }
        return first[0] == 0 && first[1] != 0
                ? TransferSyntax.EXPLICIT_VR_BIG_ENDIAN
                : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    }

    private static boolean isCapital(byte letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static byte[] peek(SeekableByteChannel channel, long position, int count) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(count);
        channel.position(position);
        while (start.hasRemaining() && channel.read(start) >= 0) {}
        channel.position(position);
        return Arrays.copyOf(start.array(), start.position());
    }
}
