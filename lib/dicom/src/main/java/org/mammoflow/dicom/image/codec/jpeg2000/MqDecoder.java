package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.Arrays;

/**
 * The MQ arithmetic decoder (Annex C) with its 19 contexts.
 *
 * <p>Interval and code registers have 16 bits before the point and {@value #FRACTION_BITS} behind it, where bytes are read ahead. In
 * mammograms two of three decisions renormalize and one of three is the less probable symbol, which no processor predicts; so a decision
 * takes no branch. What happened in it is three bits, by which the context finds its next state.
 */
final class MqDecoder {
    static final int RUN_LENGTH = 17;
    static final int UNIFORM = 18;

    private static final int CONTEXTS = 19;
    private static final int FRACTION_BITS = 46;
    private static final long HALF = 0x8000L << FRACTION_BITS;
    private static final int BITS_READ_AHEAD = 38;

    /** Table C.2: probability of the less probable symbol, next state after either symbol, whether the symbols swap. */
    private static final int[][] STATES = {
        {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0}, {0x0521, 5, 29, 0},
        {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0}, {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0},
        {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0}, {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1},
        {0x5401, 16, 14, 0}, {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
        {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0}, {0x1C01, 25, 22, 0},
        {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0}, {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0},
        {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0}, {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0},
        {0x02A1, 36, 33, 0}, {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
        {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0}, {0x0005, 45, 42, 0},
        {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0}
    };

    /**
     * A context's state is one number, so that a decision waits for one look-up: the less probable symbol's share of the interval, and in
     * the low bits {@code (index of the state << 1 | more probable symbol) << 3}.
     */
    private static final long SHARE = -1L << 10;

    private static final int LOWER = 1 << 2;
    private static final int BELOW_HALF = 1 << 1;
    private static final int EXCHANGE = 1;

    /** What a state becomes: by its low bits and by what happened in the decision. */
    private static final long[] NEXT = new long[STATES.length << 4];

    static {
        Arrays.setAll(NEXT, place -> state(next(place >> 3, place & 7)));
    }

    private final long[] contexts = new long[CONTEXTS];

    private byte[] bytes;
    private int position;
    private int end;
    private int last;
    private long interval;
    private long code;
    /** Bits behind the point that have been read. */
    private int ahead;

    private static long state(int index) {
        return (long) STATES[index >> 1][0] << FRACTION_BITS | (long) index << 3;
    }

    /** Only a decision that renormalizes changes the state. */
    private static int next(int index, int happened) {
        if ((happened & (LOWER | BELOW_HALF)) == 0) {
            return index;
        }
        int[] state = STATES[index >> 1];
        boolean lessProbable = (happened & LOWER) != 0 ^ (happened & EXCHANGE) != 0;
        int symbol = index & 1;
        return lessProbable ? state[2] << 1 | symbol ^ state[3] : state[1] << 1 | symbol;
    }

    void resetContexts() {
        Arrays.fill(contexts, state(0));
        contexts[0] = state(4 << 1);
        contexts[RUN_LENGTH] = state(3 << 1);
        contexts[UNIFORM] = state(46 << 1);
    }

    /** Begins a codeword segment; past its end it is continued by ones (C.3.4). */
    void start(byte[] segment, int length) {
        bytes = segment;
        end = length;
        position = 0;
        last = 0;
        code = 0;
        ahead = -15; // the first byte and seven bits of the next lie before the point
        readAhead();
        interval = HALF;
    }

    int decode(int context) {
        long state = contexts[context];
        long share = state & SHARE;
        long upper = interval - share;
        long above = code - share;
        int lower = (int) (above >>> 63); // 1 when the code lies in the lower part of the interval
        int exchange = (int) (upper - share >>> 63); // 1 when the upper part is the smaller one
        int belowHalf = (int) (upper - HALF >>> 63);
        contexts[context] = NEXT[(int) state & ~(int) SHARE | lower << 2 | belowHalf << 1 | exchange];
        renormalize(upper + (share - upper & -(long) lower), above + (share & -(long) lower));
        return (int) state >> 3 & 1 ^ lower ^ exchange;
    }

    private void renormalize(long newInterval, long newCode) {
        int shift = Long.numberOfLeadingZeros(newInterval) - (63 - 15 - FRACTION_BITS);
        interval = newInterval << shift;
        code = newCode << shift;
        ahead -= shift;
        if (ahead < 0) {
            readAhead();
        }
    }

    /** After a byte FF, seven bits follow, and a carry; a marker there is the end. */
    private void readAhead() {
        while (ahead < BITS_READ_AHEAD) {
            int next = position < end ? bytes[position] & 0xFF : 0xFF;
            boolean afterFf = last == 0xFF;
            if (position >= end || afterFf && next > 0x8F) {
                position = end;
                next = 0xFF;
                afterFf = false;
            } else {
                position++;
            }
            last = next;
            ahead += afterFf ? 7 : 8;
            code += (long) next << FRACTION_BITS - ahead;
        }
    }
}
