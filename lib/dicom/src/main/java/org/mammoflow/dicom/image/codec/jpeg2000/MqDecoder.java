package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.Arrays;

/**
 * The MQ arithmetic decoder (Annex C) with its 19 contexts.
 *
 * <p>Interval and code registers have 16 bits before and 8 behind the point. Most decisions are the more probable symbol without
 * renormalization; both conditions for that are one: {@code slack}, the smaller of what the interval may still lose and what the code
 * lies above its lower end, stays positive. The registers hold what is beyond the slack.
 */
final class MqDecoder {
    static final int RUN_LENGTH = 17;
    static final int UNIFORM = 18;

    private static final int CONTEXTS = 19;
    private static final int HALF = 0x8000 << 8;

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

    /** By {@code state << 1 | more probable symbol}: shifted probability, and the next such index after either symbol. */
    private static final int[] PROBABILITY = new int[2 * STATES.length];

    private static final byte[] AFTER_MORE_PROBABLE = new byte[2 * STATES.length];
    private static final byte[] AFTER_LESS_PROBABLE = new byte[2 * STATES.length];

    static {
        for (int index = 0; index < PROBABILITY.length; index++) {
            int[] state = STATES[index >> 1];
            int symbol = index & 1;
            PROBABILITY[index] = state[0] << 8;
            AFTER_MORE_PROBABLE[index] = (byte) (state[1] << 1 | symbol);
            AFTER_LESS_PROBABLE[index] = (byte) (state[2] << 1 | symbol ^ state[3]);
        }
    }

    private final byte[] contexts = new byte[CONTEXTS];
    private byte[] bytes;
    private int position;
    private int end;
    private int interval;
    private int code;
    private int slack;
    private int shiftsLeft;

    void resetContexts() {
        Arrays.fill(contexts, (byte) 0);
        contexts[0] = 4 << 1;
        contexts[RUN_LENGTH] = 3 << 1;
        contexts[UNIFORM] = 46 << 1;
    }

    /** Begins a codeword segment; past its end it is continued by ones (C.3.4). */
    void start(byte[] segment, int length) {
        bytes = segment;
        end = length;
        position = 0;
        code = (length > 0 ? segment[0] & 0xFF : 0xFF) << 8;
        readByte();
        code <<= 7;
        shiftsLeft -= 7;
        interval = HALF;
        slack = 0;
        takeSlack();
    }

    int decode(int context) {
        int index = contexts[context];
        slack -= PROBABILITY[index];
        return slack >= 0 ? index & 1 : decodeRare(context, index);
    }

    private int decodeRare(int context, int index) {
        int probability = PROBABILITY[index];
        interval += slack;
        code += slack;
        boolean conditionalExchange = interval < probability;
        boolean lower = code < 0;
        if (lower) {
            code += probability;
            interval = probability;
        }
        boolean moreProbable = lower == conditionalExchange;
        contexts[context] = moreProbable ? AFTER_MORE_PROBABLE[index] : AFTER_LESS_PROBABLE[index];
        renormalize();
        takeSlack();
        return moreProbable ? index & 1 : ~index & 1;
    }

    private void renormalize() {
        int shifts = Integer.numberOfLeadingZeros(interval) - 8;
        while (shifts > 0) {
            if (shiftsLeft == 0) {
                readByte();
            }
            int step = Math.min(shifts, shiftsLeft);
            interval <<= step;
            code <<= step;
            shiftsLeft -= step;
            shifts -= step;
        }
    }

    private void takeSlack() {
        slack = Math.min(interval - HALF, code);
        interval -= slack;
        code -= slack;
    }

    /** After a byte FF, seven bits follow; a marker there is the end. */
    private void readByte() {
        int next = position + 1 < end ? bytes[position + 1] & 0xFF : 0xFF;
        boolean afterFf = position < end && bytes[position] == (byte) 0xFF;
        if (position >= end || afterFf && next > 0x8F) {
            code += 0xFF;
            shiftsLeft = 8;
        } else if (afterFf) {
            position++;
            code += next << 1;
            shiftsLeft = 7;
        } else {
            position++;
            code += next;
            shiftsLeft = 8;
        }
    }
}
