package org.mammoflow.dicom.image.codec.jpeg;

import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.ByteCursor;

/** What marker segments before the scan define: Huffman and quantization tables and the restart interval. */
final class Tables {
    private final HuffmanTable[] dc = new HuffmanTable[4];
    private final HuffmanTable[] ac = new HuffmanTable[4];
    private final int[][] quantization = new int[4][];
    private int restartInterval;

    /** Takes a table-defining segment; application data and comments are passed over. */
    void read(int marker, ByteCursor segment) {
        switch (marker) {
            case Marker.DHT -> readHuffman(segment);
            case Marker.DQT -> readQuantization(segment);
            case Marker.DRI -> restartInterval = segment.u16();
            case Marker.DAC -> throw BadCodestream.unsupported("JPEG arithmetic coding is not supported");
            default -> {}
        }
    }

    HuffmanTable dc(int slot) {
        return required(dc[slot], "DC", slot);
    }

    HuffmanTable ac(int slot) {
        return required(ac[slot], "AC", slot);
    }

    int[] quantization(int slot) {
        return required(quantization[slot], "quantization", slot);
    }

    /** MCUs between restart markers; 0 when there are none. */
    int restartInterval() {
        return restartInterval;
    }

    private void readHuffman(ByteCursor segment) {
        while (!segment.isEmpty()) {
            int classAndSlot = segment.u8();
            HuffmanTable[] tables = classAndSlot >> 4 == 0 ? dc : ac;
            tables[slot(classAndSlot)] = HuffmanTable.read(segment);
        }
    }

    private void readQuantization(ByteCursor segment) {
        while (!segment.isEmpty()) {
            int precisionAndSlot = segment.u8();
            int[] table = new int[64];
            for (int i = 0; i < 64; i++) {
                table[i] = precisionAndSlot >> 4 == 0 ? segment.u8() : segment.u16();
            }
            quantization[slot(precisionAndSlot)] = table;
        }
    }

    private static int slot(int value) {
        int slot = value & 0xF;
        if (slot > 3) {
            throw BadCodestream.broken("JPEG table destination %d is above 3", slot);
        }
        return slot;
    }

    private static <T> T required(T table, String kind, int slot) {
        if (table == null) {
            throw BadCodestream.broken("JPEG scan uses %s table %d, which is not defined", kind, slot);
        }
        return table;
    }
}
