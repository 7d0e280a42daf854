package org.mammoflow.dicom.image.codec.jpeg2000;

/**
 * The Java heap that decoding takes at the most, from the main header: the samples, and of one tile at a time the plane of coefficients,
 * the bytes and the parts that it is cut into. For 3328 × 4096 samples in one tile and blocks of 64 × 64 it is 100 MB and the
 * length of the codestream, most of it six bytes a sample; for a header that cuts the image into a million parts it is hundreds of MB
 * more.
 *
 * <p>Sizes of objects are those of a JVM with compressed references, rounded up.
 */
final class Footprint {
    /** {@link CodeBlock} with area, lists, one segment and its nodes in two tag trees. */
    private static final long BLOCK = 288;
    /** {@link Precinct} with three bands, each with a list and two tag trees. */
    private static final long PRECINCT = 1280;
    /** {@link Segment} with one piece. */
    private static final long SEGMENT = 104;
    /** A block of thirty bit planes has 88 passes; where bypassing ends segments, every third pass goes on with one. */
    private static final int MOST_PASSES = 88;

    private static final int MOST_BYPASS_SEGMENTS = 53;
    /** Tile-parts and the map of them, the strip of lines of the wavelet, the block decoder. */
    private static final long OTHERS = 16L << 20;

    private final CodingStyle coding;
    private long blocks;
    private long precincts;

    private Footprint(Area tile, CodingStyle coding) {
        this.coding = coding;
        for (int r = 0; r <= coding.levels(); r++) {
            Area reduced = tile.reduced(coding.levels() - r);
            int width = coding.precinctWidthExponent(r);
            int height = coding.precinctHeightExponent(r);
            long cells = cells(reduced, width, height);
            precincts += cells;
            // Subbands have half the size: three quarters as many blocks, or up to three for each precinct.
            blocks += 3 * cells
                    + cells(
                                    reduced,
                                    Math.min(width, coding.blockWidthExponent()),
                                    Math.min(height, coding.blockHeightExponent()))
                            * 3
                            / 2;
        }
    }

    /** @param length of the codestream in bytes */
    static long bytes(Codestream header, long length) {
        Area tile = header.size().largestTile();
        long samples = header.size().image().size();
        return 2L * samples
                + 4L * tile.size()
                + length
                + new Footprint(tile, header.coding()).partBytes(length)
                + OTHERS;
    }

    private long partBytes(long length) {
        return blocks * BLOCK + precincts * PRECINCT + segmentBytes(length) + pieceBytes();
    }

    /** Segments beyond the first of each block; each takes three bits of a packet's header at least. */
    private long segmentBytes(long length) {
        BlockStyle style = coding.style();
        long ofBlock = style.isTerminatingEachPass() ? MOST_PASSES : style.isBypassing() ? MOST_BYPASS_SEGMENTS : 0;
        return Math.min(blocks * ofBlock, length * 8 / 3) * SEGMENT;
    }

    /** A piece for each layer that adds passes to the block: two numbers, in arrays that double. */
    private long pieceBytes() {
        return coding.layers() == 1 ? 0 : blocks * Math.min(coding.layers(), MOST_PASSES) * 16;
    }

    private static long cells(Area area, int widthExponent, int heightExponent) {
        return ((long) (area.width() >> widthExponent) + 2) * ((area.height() >> heightExponent) + 2);
    }
}
