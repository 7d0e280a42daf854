package org.mammoflow.dicom.image.codec.jpegls;

import java.util.Arrays;
import org.mammoflow.dicom.image.codec.BadCodestream;

/** Decodes one line after the other: regular mode where the neighbourhood has a gradient, run mode where it is flat. */
final class LineDecoder {
    /** Exponents of the run lengths (table of A.2.1). */
    private static final int[] J = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    private final BitReader bits;
    private final Contexts contexts;
    private final byte[] regions;
    private final int maxval;
    private final int near;
    private final int step;
    private final int span;
    private final int escapeBits;
    private final int limit;
    private int runIndex;

    LineDecoder(BitReader bits, Parameters parameters) {
        this.bits = bits;
        this.contexts = new Contexts(parameters);
        this.regions = parameters.regions();
        this.maxval = parameters.maxval();
        this.near = parameters.near();
        this.step = parameters.step();
        this.span = parameters.range() * step;
        this.escapeBits = parameters.qbpp();
        this.limit = parameters.limit();
    }

    /** Fills {@code line[1]} to {@code line[columns]}; {@code above} is the line before, one sample longer at both ends. */
    void decode(int[] above, int[] line) {
        int end = line.length - 1;
        int x = 1;
        while (x < end) {
            int ra = line[x - 1];
            int rb = above[x];
            int rc = above[x - 1];
            int rd = above[x + 1];
            int q = (regions[rd - rb + maxval] * 9 + regions[rb - rc + maxval]) * 9 + regions[rc - ra + maxval];
            if (q == 0) {
                x = run(above, line, x, end);
            } else {
                line[x++] = regular(q, prediction(ra, rb, rc));
            }
        }
    }

    /** Median of left, above and their plane. */
    private static int prediction(int ra, int rb, int rc) {
        int low = Math.min(ra, rb);
        int high = Math.max(ra, rb);
        if (rc >= high) {
            return low;
        }
        return rc <= low ? high : ra + rb - rc;
    }

    private int regular(int signedContext, int prediction) {
        int sign = signedContext >> 31; // 0 or -1
        int q = (signedContext ^ sign) - sign;
        int correction = contexts.correction(q);
        int predicted = Math.max(0, Math.min(maxval, prediction + ((correction ^ sign) - sign)));
        int k = contexts.k(q);
        int mapped = bits.golomb(k, limit - escapeBits - 1, escapeBits);
        int error = mapped >>> 1 ^ -(mapped & 1);
        if (contexts.isSwapped(q, k)) {
            error = ~error;
        }
        contexts.update(q, error);
        return reconstruct(predicted, (error ^ sign) - sign);
    }

    /** Samples equal to the left neighbour, then one that is not, unless the line ends (A.7). */
    private int run(int[] above, int[] line, int start, int end) {
        int value = line[start - 1];
        int x = start;
        while (bits.take(1) == 1) {
            int length = 1 << J[runIndex];
            int stop = Math.min(x + length, end);
            Arrays.fill(line, x, stop, value);
            if (stop - x == length && runIndex < 31) {
                runIndex++;
            }
            x = stop;
            if (x == end) {
                return end;
            }
        }
        int rest = bits.take(J[runIndex]);
        if (rest >= end - x) {
            throw BadCodestream.broken("JPEG-LS run is longer than its line");
        }
        Arrays.fill(line, x, x + rest, value);
        x += rest;
        line[x] = interruption(value, above[x]);
        runIndex = Math.max(0, runIndex - 1);
        return x + 1;
    }

    private int interruption(int ra, int rb) {
        int type = Math.abs(ra - rb) <= near ? 1 : 0;
        int k = contexts.interruptionK(type);
        int mapped = bits.golomb(k, limit - J[runIndex] - 1 - escapeBits - 1, escapeBits);
        int magnitudeTwice = mapped + type;
        boolean mapBit = (magnitudeTwice & 1) == 1;
        int magnitude = magnitudeTwice + 1 >> 1;
        int error = mapBit == contexts.mapsNegative(type, k) ? -magnitude : magnitude;
        contexts.updateInterruption(type, error, mapped);
        return type == 1 ? reconstruct(ra, error) : reconstruct(rb, ra > rb ? -error : error);
    }

    private int reconstruct(int predicted, int error) {
        int value = predicted + error * step;
        if (value < -near) {
            value += span;
        } else if (value > maxval + near) {
            value -= span;
        }
        return Math.max(0, Math.min(maxval, value));
    }
}
