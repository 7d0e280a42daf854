package org.mammoflow.dicom.image.codec.jpeg;

import java.util.Arrays;
import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.ByteCursor;

/**
 * A Huffman table (ISO/IEC 10918-1 Annex C) expanded for look-up by the next bits of the codestream.
 *
 * <p>{@code symbols} answers every code: {@code length << 8 | symbol} for each 16-bit prefix, 0 where no code begins so.
 * {@code differences} answers a code and the bits that follow it in one step where both fit into {@link #SHORT_BITS}.
 */
final class HuffmanTable {
    static final int SHORT_BITS = 12;
    private static final int MAX_CODE_BITS = 16;

    private final short[] symbols = new short[1 << MAX_CODE_BITS];
    private int[] differences;

    private HuffmanTable() {}

    static HuffmanTable read(ByteCursor segment) {
        int[] countOfLength = new int[MAX_CODE_BITS + 1];
        for (int length = 1; length <= MAX_CODE_BITS; length++) {
            countOfLength[length] = segment.u8();
        }
        HuffmanTable table = new HuffmanTable();
        int code = 0;
        for (int length = 1; length <= MAX_CODE_BITS; length++) {
            for (int i = 0; i < countOfLength[length]; i++) {
                table.define(code++, length, segment.u8());
            }
            code <<= 1;
        }
        return table;
    }

    private void define(int code, int length, int symbol) {
        if (code >= 1 << length) {
            throw BadCodestream.broken("JPEG Huffman table has more codes of length %d than fit", length);
        }
        int from = code << MAX_CODE_BITS - length;
        Arrays.fill(symbols, from, from + (1 << MAX_CODE_BITS - length), (short) (length << 8 | symbol));
    }

    /** Reads one code and returns its symbol. */
    int symbol(BitReader bits) {
        int entry = symbols[bits.peek(MAX_CODE_BITS)];
        if (entry == 0) {
            throw BadCodestream.broken("JPEG bits are no code of the Huffman table");
        }
        bits.skip(entry >> 8);
        return entry & 0xFF;
    }

    /**
     * The table of one-step answers for differences: {@code difference << 8 | total length} by the next {@link #SHORT_BITS} bits, 0
     * where code and extra bits are longer. Symbols are sizes of differences (F.1.2.1.1, H.1.2.2).
     */
    int[] differences() {
        if (differences == null) {
            int[] table = new int[1 << SHORT_BITS];
            Arrays.setAll(table, this::oneStep);
            differences = table;
        }
        return differences;
    }

    private int oneStep(int prefix) {
        int entry = symbols[prefix << MAX_CODE_BITS - SHORT_BITS];
        int length = entry >> 8;
        int size = entry & 0xFF;
        int total = length + size;
        if (entry == 0 || total > SHORT_BITS) {
            return 0;
        }
        int extra = prefix >> SHORT_BITS - total & (1 << size) - 1;
        return extend(extra, size) << 8 | total;
    }

    /** The value of {@code size} extra bits: the upper half stands for positive differences, the lower for negative ones. */
    static int extend(int extra, int size) {
        return size == 0 || extra >= 1 << size - 1 ? extra : extra - (1 << size) + 1;
    }
}
