package org.mammoflow.dicom.image.codec.jpeg2000;

import java.util.Arrays;
import org.mammoflow.dicom.image.codec.BadCodestream;

/**
 * Decodes the bit planes of a code block (Annex D). One instance decodes block after block and uses its arrays again.
 *
 * <p>State of four coefficients in a column, a stripe, is one int with three bits a row from bit 0: bits 0 to 17 say which of the
 * eighteen coefficients in and around the column part (three columns, six rows) are significant. Bit 18 is the sign of the coefficient
 * above, bit 31 of the one below; bits 19, 20 and 21, and so on every three, are sign, "refined before" and "visited in this plane" of
 * the four.
 */
final class BlockDecoder {
    private static final int AROUND = 0b111_101_111;
    private static final int SELF = 1 << 4;
    private static final int REFINED = 1 << 20;
    private static final int ALL_SELVES = SELF | SELF << 3 | SELF << 6 | SELF << 9;
    private static final int SELF_TO_REFINED = 16;
    private static final int SELF_TO_VISITED = 17;
    /** Row in the stripe by shift. */
    private static final int[] ROW = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3};

    private static final int FIRST_REFINEMENT_CONTEXT = 14;

    private static final byte[][] ZERO_CODING = {
        ContextTables.zeroCoding(0),
        ContextTables.zeroCoding(1),
        ContextTables.zeroCoding(2),
        ContextTables.zeroCoding(3)
    };
    private static final byte[] SIGN_CODING = ContextTables.signCoding();

    private final BlockStyle style;
    private final boolean verticallyCausal;
    private final MqDecoder mq = new MqDecoder();
    private final RawBits raw = new RawBits();
    private int[] halves = new int[64 * 64];
    private int[] flags = new int[66 * 18];
    private byte[] segmentBytes = new byte[1 << 13];
    private byte[] zeroCoding;
    private int width;
    private int height;
    private int stride;
    /** The value, in halves, of a coefficient that becomes significant: one and a half of the current plane's unit. */
    private int oneAndHalf;

    BlockDecoder(BlockStyle style) {
        this.style = style;
        this.verticallyCausal = style.isVerticallyCausal();
    }

    /** The last block's coefficients, row by row, in units of one half: what is not coded counts as half of the last plane. */
    int[] halves() {
        return halves;
    }

    void decode(CodeBlock block, byte[] data) {
        clear(block);
        mq.resetContexts();
        int pass = 0;
        for (Segment segment : block.segments()) {
            open(segment, data, style.isRaw(pass));
            for (int i = 0; i < segment.passes(); i++) {
                decodePass(pass++, block.bitPlanes());
            }
        }
    }

    private void clear(CodeBlock block) {
        width = block.area().width();
        height = block.area().height();
        stride = width + 2;
        zeroCoding = ZERO_CODING[block.orientation()];
        int stripes = (height + 3) / 4;
        if (halves.length < width * height) {
            halves = new int[width * height];
        }
        if (flags.length < stride * (stripes + 2)) {
            flags = new int[stride * (stripes + 2)];
        }
        Arrays.fill(halves, 0, width * height, 0);
        Arrays.fill(flags, 0, stride * (stripes + 2), 0);
    }

    private void open(Segment segment, byte[] data, boolean bypass) {
        int length = segment.length();
        if (segmentBytes.length < length) {
            segmentBytes = new byte[length];
        }
        segment.copyTo(segmentBytes, data);
        if (bypass) {
            raw.start(segmentBytes, length);
        } else {
            mq.start(segmentBytes, length);
        }
    }

    /** Passes repeat clean-up, significance propagation, refinement; each clean-up is the last one of its plane. */
    private void decodePass(int pass, int bitPlanes) {
        int plane = bitPlanes - 1 - (pass + 2) / 3;
        oneAndHalf = 3 << plane;
        boolean bypass = style.isRaw(pass);
        switch (pass % 3) {
            case 0 -> cleanUp();
            case 1 -> propagateSignificance(bypass);
            default -> refine(bypass);
        }
        if (style.isResettingContexts()) {
            mq.resetContexts();
        }
    }

    private void propagateSignificance(boolean bypass) {
        for (int top = 0; top < height; top += 4) {
            int inside = selves(top);
            int at = (top / 4 + 1) * stride + 1;
            for (int x = 0; x < width; x++, at++) {
                if ((besideSignificant(flags[at]) & inside) != 0) {
                    propagateColumn(at, top * width + x, inside, bypass);
                }
            }
        }
    }

    /** A coefficient that becomes significant draws the one below into the same pass. */
    private void propagateColumn(int at, int column, int inside, boolean bypass) {
        int state = flags[at];
        int pending = besideSignificant(state) & inside;
        while (pending != 0) {
            int self = pending & -pending;
            int shift = Integer.numberOfTrailingZeros(self) - 4;
            state |= self << SELF_TO_VISITED;
            pending ^= self;
            int bit = bypass ? raw.next() : mq.decode(zeroCoding[state >> shift & 0x1FF]);
            if (bit == 1) {
                state = becomeSignificant(state, at, shift, column, bypass);
                pending = besideSignificant(state) & inside & -(self << 1);
            }
        }
        flags[at] = state;
    }

    private void refine(boolean bypass) {
        for (int top = 0; top < height; top += 4) {
            int inside = selves(top);
            int at = (top / 4 + 1) * stride + 1;
            for (int x = 0; x < width; x++, at++) {
                int pending = flags[at] & ~(flags[at] >> SELF_TO_VISITED) & inside;
                if (pending != 0) {
                    refineColumn(at, top * width + x, pending, bypass);
                }
            }
        }
    }

    private void refineColumn(int at, int column, int pending, boolean bypass) {
        int state = flags[at];
        int half = oneAndHalf / 3;
        for (int rest = pending; rest != 0; rest &= rest - 1) {
            int shift = Integer.numberOfTrailingZeros(rest) - 4;
            int sample = column + ROW[shift] * width;
            int bit = bypass ? raw.next() : mq.decode(refinementContext(state >> shift));
            // The coefficient stood in the middle of twice this unit.
            int step = (2 * bit - 1) * half;
            int sign = halves[sample] >> 31;
            halves[sample] += (step ^ sign) - sign;
        }
        flags[at] = state | pending << SELF_TO_REFINED;
    }

    private static int refinementContext(int around) {
        if ((around & REFINED) != 0) {
            return FIRST_REFINEMENT_CONTEXT + 2;
        }
        return (around & AROUND) == 0 ? FIRST_REFINEMENT_CONTEXT : FIRST_REFINEMENT_CONTEXT + 1;
    }

    private void cleanUp() {
        for (int top = 0; top < height; top += 4) {
            int inside = selves(top);
            int at = (top / 4 + 1) * stride + 1;
            for (int x = 0; x < width; x++, at++) {
                cleanUpColumn(at, top * width + x, inside);
            }
        }
        if (style.hasSegmentationSymbols()) {
            requireSegmentationSymbol();
        }
    }

    private void cleanUpColumn(int at, int column, int inside) {
        int state = flags[at];
        int pending = ~(state | state >> SELF_TO_VISITED) & inside;
        int known = 0;
        if (state == 0 && inside == ALL_SELVES) {
            if (mq.decode(MqDecoder.RUN_LENGTH) == 0) {
                return;
            }
            known = SELF << 3 * (mq.decode(MqDecoder.UNIFORM) << 1 | mq.decode(MqDecoder.UNIFORM));
            pending &= -known;
        }
        for (int rest = pending; rest != 0; rest &= rest - 1) {
            int shift = Integer.numberOfTrailingZeros(rest) - 4;
            if (known >> shift == SELF || mq.decode(zeroCoding[state >> shift & 0x1FF]) == 1) {
                state = becomeSignificant(state, at, shift, column, false);
            }
        }
        flags[at] = state & ~(ALL_SELVES << SELF_TO_VISITED);
    }

    /** The bits of the coefficients that lie inside the block, in the stripe that begins at this row. */
    private int selves(int top) {
        return ALL_SELVES >>> 3 * Math.max(0, top + 4 - height) & ALL_SELVES;
    }

    /** The insignificant coefficients of a column part that have a significant neighbour. */
    private static int besideSignificant(int state) {
        int leftOrRight = state << 1 | state >> 1;
        int three = state | leftOrRight;
        return (leftOrRight | three << 3 | three >> 3) & ~state & ALL_SELVES;
    }

    private void requireSegmentationSymbol() {
        int symbol = 0;
        for (int i = 0; i < 4; i++) {
            symbol = symbol << 1 | mq.decode(MqDecoder.UNIFORM);
        }
        if (symbol != 0b1010) {
            throw BadCodestream.broken("JPEG 2000 segmentation symbol is %d, not 10", symbol);
        }
    }

    /**
     * Reads the sign, notes value and sign, and tells the neighbours, except those of the column part itself.
     *
     * @return the column part's new state
     */
    private int becomeSignificant(int state, int at, int shift, int column, boolean bypass) {
        int negative = bypass ? raw.next() : decodeSign(state, at, shift);
        halves[column + ROW[shift] * width] = (oneAndHalf ^ -negative) + negative;
        flags[at - 1] |= 1 << 5 + shift;
        flags[at + 1] |= 1 << 3 + shift;
        if (shift == 0 && !verticallyCausal) {
            tellAbove(at - stride, negative);
        } else if (shift == 9) {
            tellBelow(at + stride, negative);
        }
        return state | (SELF | negative << 19) << shift;
    }

    private int decodeSign(int state, int at, int shift) {
        int signAbove = shift == 0 ? state >> 18 & 1 : state >> 16 + shift & 1;
        int index = state >> shift & 0b10101010
                | signAbove
                | (flags[at - 1] >> 19 + shift & 1) << 2
                | (flags[at + 1] >> 19 + shift & 1) << 4
                | (state >>> 22 + shift & 1) << 6;
        int entry = SIGN_CODING[index];
        return mq.decode(entry >> 1) ^ entry & 1;
    }

    private void tellAbove(int above, int negative) {
        flags[above] |= 1 << 16 | negative << 31;
        flags[above - 1] |= 1 << 17;
        flags[above + 1] |= 1 << 15;
    }

    private void tellBelow(int below, int negative) {
        flags[below] |= 1 << 1 | negative << 18;
        flags[below - 1] |= 1 << 2;
        flags[below + 1] |= 1;
    }
}
