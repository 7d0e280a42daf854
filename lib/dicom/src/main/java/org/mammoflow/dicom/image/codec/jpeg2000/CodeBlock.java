package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.mammoflow.dicom.image.codec.BadCodestream;

/** A code block: what the packets say about it so far, and where its bytes are. */
final class CodeBlock {
    /** A coefficient has to fit into an int together with its sign and its half. */
    private static final int MOST_BIT_PLANES = 30;

    private static final int MOST_LENGTH_BITS = 31;

    private final Area area;
    private final int orientation;
    private final List<Segment> segments = new ArrayList<>();
    private int bitPlanes;
    private int lengthBits = 3;
    private int passes;

    CodeBlock(Area area, int orientation) {
        this.area = area;
        this.orientation = orientation;
    }

    Area area() {
        return area;
    }

    int orientation() {
        return orientation;
    }

    boolean isIncluded() {
        return !segments.isEmpty();
    }

    /** Bit planes that are coded. */
    int bitPlanes() {
        return bitPlanes;
    }

    List<Segment> segments() {
        return segments;
    }

    void include(int codedPlanes) {
        if (codedPlanes < 0 || codedPlanes > MOST_BIT_PLANES) {
            throw BadCodestream.broken("JPEG 2000 code block has %d bit planes", codedPlanes);
        }
        bitPlanes = codedPlanes;
    }

    /** Reads how many bytes each codeword segment gets for {@code count} more passes (B.10.7), and notes them. */
    List<Segment> readLengths(HeaderBits bits, int count, BlockStyle style) {
        passes += count;
        if (passes > Math.max(0, 3 * bitPlanes - 2)) {
            throw BadCodestream.broken("JPEG 2000 code block has %d passes in %d bit planes", passes, bitPlanes);
        }
        while (bits.next() == 1) {
            if (++lengthBits > MOST_LENGTH_BITS) {
                throw BadCodestream.broken("JPEG 2000 code block length has more than %d bits", MOST_LENGTH_BITS);
            }
        }
        List<Segment> touched = new ArrayList<>();
        for (int rest = count; rest > 0; ) {
            Segment segment = openSegment(style);
            int taken = Math.min(rest, segment.room());
            int width = Math.min(MOST_LENGTH_BITS, lengthBits + 31 - Integer.numberOfLeadingZeros(taken));
            segment.expect(taken, bits.next(width));
            touched.add(segment);
            rest -= taken;
        }
        return touched;
    }

    private Segment openSegment(BlockStyle style) {
        if (segments.isEmpty() || segments.get(segments.size() - 1).room() == 0) {
            segments.add(new Segment(style.passesOfSegment(segments.size())));
        }
        return segments.get(segments.size() - 1);
    }
}
