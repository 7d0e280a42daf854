package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.Arrays;
import org.mammoflow.dicom.image.codec.BadCodestream;

/** A codeword segment: passes that are coded without a break, and the pieces of packets that hold them. */
final class Segment {
    private final int mostPasses;
    private int passes;
    private int expected;
    private int pieces;
    private int[] starts = new int[1];
    private int[] lengths = new int[1];

    Segment(int mostPasses) {
        this.mostPasses = mostPasses;
    }

    int passes() {
        return passes;
    }

    int room() {
        return mostPasses - passes;
    }

    void expect(int morePasses, int bytes) {
        passes += morePasses;
        expected = bytes;
    }

    /** Takes the expected bytes from a packet's body and returns where they end. */
    int takeFrom(int position, int end) {
        if (expected > end - position) {
            throw BadCodestream.broken("JPEG 2000 packet needs %d bytes, %d are left", expected, end - position);
        }
        if (pieces == starts.length) {
            starts = Arrays.copyOf(starts, 2 * pieces);
            lengths = Arrays.copyOf(lengths, 2 * pieces);
        }
        starts[pieces] = position;
        lengths[pieces++] = expected;
        return position + expected;
    }

    int length() {
        int length = 0;
        for (int i = 0; i < pieces; i++) {
            length += lengths[i];
        }
        return length;
    }

    /** Joins the pieces at the beginning of {@code target}. */
    void copyTo(byte[] target, byte[] data) {
        int to = 0;
        for (int i = 0; i < pieces; i++) {
            System.arraycopy(data, starts[i], target, to, lengths[i]);
            to += lengths[i];
        }
    }
}
