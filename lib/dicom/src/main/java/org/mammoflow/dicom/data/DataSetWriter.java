package org.mammoflow.dicom.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes data sets (PS3.5 Chapter 7), without file meta information: sequences and items of defined length, values
 * padded to even length, no group lengths. The same data set always gives the same bytes.
 */
public final class DataSetWriter {

    private final TransferSyntax syntax;

    /** @throws IllegalArgumentException for big endian, which is retired and only read */
    public DataSetWriter(TransferSyntax syntax) {
        if (syntax.bigEndian()) {
            throw new IllegalArgumentException(syntax.name() + " is retired and not written");
        }
        this.syntax = syntax;
    }

    /**
     * @throws IllegalArgumentException when text has characters that its Specific Character Set lacks, or a sequence
     *     or value is longer than 4 GB
     * @throws IOException when bulk data cannot be read or the target not written
     */
    public void write(Attributes dataSet, OutputStream out) throws IOException {
        EncodedDataSet encoded = EncodedDataSet.of(dataSet, syntax.explicitVr());
        if (syntax.deflated()) {
            deflate(encoded, out);
        } else {
            encoded.writeTo(out);
        }
    }

    /** For data sets whose bulk data lies in memory. */
    public byte[] toBytes(Attributes dataSet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(dataSet, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("bulk data cannot be read", e);
        }
        return bytes.toByteArray();
    }

    /**
     * A data set of one group with its group length in front, as command sets (PS3.7 6.3.1) and file meta information
     * (PS3.10 7.1) have it.
     */
    public byte[] groupToBytes(Attributes group) {
        byte[] rest = toBytes(group);
        ByteBuffer bytes = ByteBuffer.allocate(12 + rest.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) (group.iterator().next().tag() >>> 16)).putShort((short) 0);
        if (syntax.explicitVr()) {
            bytes.put((byte) 'U').put((byte) 'L').putShort((short) 4);
        } else {
            bytes.putInt(4);
        }
        return bytes.putInt(rest.length).put(rest).array();
    }

    private static void deflate(EncodedDataSet encoded, OutputStream out) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater);
            encoded.writeTo(deflated);
            deflated.finish();
            if (deflater.getBytesWritten() % 2 == 1) {
                out.write(0);
            }
        } finally {
            deflater.end();
        }
    }
}
