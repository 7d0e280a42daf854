package org.mammoflow.dicom.image.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** RLE Lossless (PS3.5 Annex G): a header of segment offsets, then one PackBits segment for each byte of the sample. */
public final class RleDecoder implements Decoder {
    private static final int HEADER_BYTES = 64;
    /** Two coded bytes never stand for more than 128 decoded ones. */
    private static final int HIGHEST_RATIO = 64;

    /** The samples, and a plane of their bytes. */
    @Override
    public long heapBytes(byte[] head, long length, SampleGrid promised) {
        return 3L * promised.samples();
    }

    @Override
    public short[] decode(byte[] codestream, SampleGrid promised) {
        int[] offsets = offsets(codestream, promised);
        requireEnough(codestream, promised);
        short[] samples = new short[promised.samples()];
        byte[] plane = new byte[samples.length];
        for (int segment = 0; segment < offsets.length - 1; segment++) {
            unpack(codestream, offsets[segment], offsets[segment + 1], plane);
            merge(plane, samples);
        }
        return samples;
    }

    /** The offsets of the segments, and the end of the last one. */
    private static int[] offsets(byte[] codestream, SampleGrid promised) {
        if (codestream.length < HEADER_BYTES) {
            throw BadCodestream.broken("RLE header needs 64 bytes, codestream has %d", codestream.length);
        }
        ByteBuffer header = ByteBuffer.wrap(codestream).order(ByteOrder.LITTLE_ENDIAN);
        int expected = promised.bitsAllocated() / 8;
        int segments = header.getInt();
        if (segments != expected) {
            throw BadCodestream.contradiction(
                    "RLE header has %d segments, Bits Allocated %d needs %d",
                    segments, promised.bitsAllocated(), expected);
        }
        int[] offsets = new int[segments + 1];
        offsets[segments] = codestream.length;
        for (int i = 0; i < segments; i++) {
            offsets[i] = header.getInt();
        }
        requireAscending(offsets);
        return offsets;
    }

    private static void requireAscending(int[] offsets) {
        int least = HEADER_BYTES;
        for (int offset : offsets) {
            if (offset < least) {
                throw BadCodestream.broken("RLE segment offset %d is not in ascending order from 64", offset);
            }
            least = offset;
        }
    }

    private static void requireEnough(byte[] codestream, SampleGrid promised) {
        long decoded = (long) promised.samples() * promised.bitsAllocated() / 8;
        if (decoded > (long) HIGHEST_RATIO * codestream.length) {
            throw BadCodestream.broken("%d RLE bytes cannot hold %d bytes of samples", codestream.length, decoded);
        }
    }

    private static void unpack(byte[] coded, int start, int end, byte[] plane) {
        BadCodestream.stopIfInterrupted();
        int in = start;
        int out = 0;
        while (out < plane.length) {
            int header = in < end ? coded[in++] : truncated(end);
            if (header >= 0) {
                int length = Math.min(header + 1, plane.length - out);
                if (end - in < length) {
                    truncated(end);
                }
                System.arraycopy(coded, in, plane, out, length);
                in += header + 1;
                out += length;
            } else if (header != -128) {
                int length = Math.min(1 - header, plane.length - out);
                byte value = in < end ? coded[in++] : (byte) truncated(end);
                Arrays.fill(plane, out, out + length, value);
                out += length;
            }
        }
    }

    private static int truncated(int end) {
        throw BadCodestream.broken("RLE segment ends at byte %d before all rows are decoded", end);
    }

    /** The first segment is the most significant byte. */
    private static void merge(byte[] plane, short[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (samples[i] << 8 | plane[i] & 0xFF);
        }
    }
}
