package org.mammoflow.dicom.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/**
 * Reads encoded data sets (PS3.5 Chapter 7), without file meta information. Takes whatever bytes come: what breaks a
 * rule or a limit ends in a {@link DicomFormatException}, metadata that is merely wrong (an unknown VR, another VR
 * than PS3.6 says, a value that its VR forbids) is kept as it is. Pixel Data and long values stay where they are, as
 * {@link BulkData} or {@link Fragments}. When the first element contradicts the declared transfer syntax about
 * explicit or implicit VR, the element is right.
 */
public final class DataSetReader {

    private final TransferSyntax syntax;
    private final ReaderLimits limits;

    public DataSetReader(TransferSyntax syntax, ReaderLimits limits) {
        this.syntax = syntax;
        this.limits = limits;
    }

    /** A data set in memory; bulk data stays in the array. */
    public Attributes read(byte[] dataSet) throws DicomFormatException {
        BulkData.Source memory = offset -> at(offset, new ByteArrayInputStream(dataSet));
        try {
            return parse(memory.open(0), syntax.deflated() ? inflated(memory, 0) : memory);
        } catch (DicomFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }

    /** A data set on a stream, to its end; bulk data goes by, and only its offset and length are kept. */
    public Attributes read(InputStream dataSet) throws IOException {
        return parse(dataSet, BulkData.Source.gone());
    }

    /** A data set on a channel, to its end; bulk data goes by, and only its offset and length are kept. */
    public Attributes read(ReadableByteChannel dataSet) throws IOException {
        return read(Channels.newInputStream(dataSet));
    }

    /** A data set that begins at an offset of a file and ends with it; bulk data stays in the file. */
    public Attributes read(Path file, long offset) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return read(channel.position(offset), file);
        }
    }

    /**
     * A data set in a file that is open, positioned at its start.
     *
     * @param channel seeks past bulk data
     * @param file the same file, to open bulk data from later
     */
    public Attributes read(SeekableByteChannel channel, Path file) throws IOException {
        long start = channel.position();
        BulkData.Source kept = new FileSource(file);
        return syntax.deflated()
                ? parse(Channels.newInputStream(channel), inflated(kept, start))
                : parse(new Input(channel, start), kept);
    }

    /**
     * Only the elements of one group that come first, such as 0x0002; leaves the channel at the element after them.
     */
    public Attributes readGroup(SeekableByteChannel channel, int group) throws IOException {
        Input input = new Input(channel, channel.position());
        DataSetParse parse = new DataSetParse(input, limits, BulkData.Source.gone()).onlyGroup(group);
        Attributes attributes = parse.parse(Encoding.of(syntax, input));
        channel.position(input.position());
        return attributes;
    }

    private Attributes parse(InputStream dataSet, BulkData.Source source) throws IOException {
        if (!syntax.deflated()) {
            return parse(new Input(Channels.newChannel(dataSet), 0), source);
        }
        InflatedInputStream inflated = new InflatedInputStream(dataSet, limits.inflationRatio());
        try {
            return parse(new Input(Channels.newChannel(inflated), 0), source);
        } finally {
            inflated.release();
        }
    }

    private Attributes parse(Input input, BulkData.Source source) throws IOException {
        return new DataSetParse(input, limits, source).parse(Encoding.of(syntax, input));
    }

    private BulkData.Source inflated(BulkData.Source deflated, long start) {
        return offset -> at(offset, new InflatedInputStream(deflated.open(start), limits.inflationRatio()));
    }

    private static InputStream at(long offset, InputStream in) throws IOException {
        in.skipNBytes(offset);
        return in;
    }
}
