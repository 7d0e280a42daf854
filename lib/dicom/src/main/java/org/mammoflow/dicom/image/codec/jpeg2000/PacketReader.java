package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.mammoflow.dicom.image.codec.BadCodestream;

/** Reads a tile's packets (B.9, B.10): headers say which code blocks get how many bytes, bodies hold the bytes. */
final class PacketReader {
    private static final int SOP = 0x91;
    private static final int SOP_BYTES = 6;
    private static final int EPH = 0x92;

    private final byte[] data;
    private final CodingStyle coding;
    private int position;

    PacketReader(byte[] data, CodingStyle coding) {
        this.data = data;
        this.coding = coding;
    }

    void readAll(Tile tile) {
        coding.progression().packets(tile.resolutions(), coding.layers()).forEach(this::read);
    }

    private void read(Progression.Packet packet) {
        BadCodestream.stopIfInterrupted();
        if (isMarker(SOP)) {
            position += SOP_BYTES;
        }
        HeaderBits bits = new HeaderBits(data, position);
        List<Segment> touched = new ArrayList<>();
        if (bits.next() == 1) {
            for (PrecinctBand band : packet.precinct().bands()) {
                readBand(band, packet.layer(), bits, touched);
            }
        }
        position = bits.end();
        if (coding.endOfHeaderMarkers() && isMarker(EPH)) {
            position += 2;
        }
        for (Segment segment : touched) {
            position = segment.takeFrom(position, data.length);
        }
    }

    private boolean isMarker(int code) {
        return position + 1 < data.length && data[position] == (byte) 0xFF && data[position + 1] == (byte) code;
    }

    private void readBand(PrecinctBand band, int layer, HeaderBits bits, List<Segment> touched) {
        for (int i = 0; i < band.blocks().size(); i++) {
            CodeBlock block = band.blocks().get(i);
            if (contributes(band, block, i, layer, bits)) {
                touched.addAll(block.readLengths(bits, passes(bits), coding.style()));
            }
        }
    }

    private static boolean contributes(PrecinctBand band, CodeBlock block, int index, int layer, HeaderBits bits) {
        if (block.isIncluded()) {
            return bits.next() == 1;
        }
        int x = index % band.blocksAcross();
        int y = index / band.blocksAcross();
        if (!band.inclusion().isBelow(layer + 1, x, y, bits)) {
            return false;
        }
        int missing = 0;
        while (!band.zeroPlanes().isBelow(missing + 1, x, y, bits)) {
            if (++missing > band.bitPlanes()) {
                throw BadCodestream.broken("JPEG 2000 code block misses more than its %d bit planes", band.bitPlanes());
            }
        }
        block.include(band.bitPlanes() - missing);
        return true;
    }

    /** Number of coding passes (table B.4). */
    private static int passes(HeaderBits bits) {
        if (bits.next() == 0) {
            return 1;
        }
        if (bits.next() == 0) {
            return 2;
        }
        int few = bits.next(2);
        if (few < 3) {
            return 3 + few;
        }
        int more = bits.next(5);
        return more < 31 ? 6 + more : 37 + bits.next(7);
    }
}
