package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.Arrays;

/**
 * The MQ arithmetic decoder (Annex C) with its 19 contexts.
 *
 * <p>Interval and code registers have 16 bits before the point and {@value #FRACTION_BITS} behind it, where bytes are read ahead. Most
 * decisions are the more probable symbol without renormalization; both conditions for that are one: {@code slack}, the smaller of what
 * the interval may still lose and what the code lies above its lower end, stays positive. The registers hold what is beyond the slack.
 * The other decisions are made without branches, because nobody can predict them.
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

    /** By {@code state << 1 | more probable symbol}: the less probable symbol's share of the interval. */
    private static final long[] PROBABILITY = new long[2 * STATES.length];

    /** By the same index, {@code << 1 | less probable}: what the context becomes after the more or the less probable symbol. */
    private static final byte[] NEXT = new byte[4 * STATES.length];

    static {
        for (int index = 0; index < PROBABILITY.length; index++) {
            int[] state = STATES[index >> 1];
            int symbol = index & 1;
            PROBABILITY[index] = (long) state[0] << FRACTION_BITS;
            NEXT[index << 1] = (byte) (state[1] << 1 | symbol);
            NEXT[index << 1 | 1] = (byte) (state[2] << 1 | symbol ^ state[3]);
        }
    }

    private final byte[] contexts = new byte[CONTEXTS];
    /** What {@link #PROBABILITY} says of each context now, so that a decision waits for one look-up only. */
    private final long[] probabilities = new long[CONTEXTS];

    private byte[] bytes;
    private int position;
    private int end;
    private int last;
    private long interval;
    private long code;
    private long slack;
    /** Bits behind the point that have been read. */
    private int ahead;

    void resetContexts() {
        Arrays.fill(contexts, (byte) 0);
        contexts[0] = 4 << 1;
        contexts[RUN_LENGTH] = 3 << 1;
        contexts[UNIFORM] = 46 << 1;
        Arrays.setAll(probabilities, context -> PROBABILITY[contexts[context]]);
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
        slack = 0;
        takeSlack();
    }

    int decode(int context) {
        slack -= probabilities[context];
        return slack >= 0 ? contexts[context] & 1 : decodeRare(context);
    }

    private int decodeRare(int context) {
        int index = contexts[context];
        long probability = probabilities[context];
        interval += slack;
        code += slack;
        long lower = code >> 63; // all ones when the code lies in the lower part of the interval
        int exchange = (int) (interval - probability >>> 63);
        int lessProbable = (int) lower & 1 ^ exchange;
        code += probability & lower;
        interval += probability - interval & lower;
        byte next = NEXT[index << 1 | lessProbable];
        contexts[context] = next;
        probabilities[context] = PROBABILITY[next];
        int shift = Long.numberOfLeadingZeros(interval) - (63 - 15 - FRACTION_BITS);
        interval <<= shift;
        code <<= shift;
        ahead -= shift;
        if (ahead < 0) {
            readAhead();
        }
        takeSlack();
        return index & 1 ^ lessProbable;
    }

    private void takeSlack() {
        slack = Math.min(interval - HALF, code);
        interval -= slack;
        code -= slack;
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
