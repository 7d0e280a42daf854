package org.mammoflow.dicom.image.codec.jpegls;

/**
 * The adaptive counters of the 365 regular contexts and the two of run interruption (ISO/IEC 14495-1 A.2 and A.8): accumulated
 * magnitude A, bias B, prediction correction C, occurrences N. One array, four values a context, so that a context is one cache line.
 */
final class Contexts {
    private static final int REGULAR = 365;
    /** Far above what sound data reach; ends the search where broken parameters let the counters overflow. */
    private static final int HIGHEST_K = 24;

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int N = 3;

    private final int[] state = new int[(REGULAR + 2) * 4];
    private final int step;
    private final int reset;

    Contexts(Parameters parameters) {
        step = parameters.step();
        reset = parameters.reset();
        int magnitude = Math.max(2, parameters.range() + 32 >> 6);
        for (int context = 0; context < state.length; context += 4) {
            state[context + A] = magnitude;
            state[context + N] = 1;
        }
    }

    /** Correction to the prediction in this context. */
    int correction(int q) {
        return state[q * 4 + C];
    }

    /** Golomb parameter: the least k with N · 2^k ≥ A. */
    int k(int q) {
        return leastShift(state[q * 4 + N], state[q * 4 + A]);
    }

    /** Whether the coder swapped positive and negative errors here (A.5.2). */
    boolean isSwapped(int q, int k) {
        return k == 0 && step == 1 && 2 * state[q * 4 + B] <= -state[q * 4 + N];
    }

    /** A.6: counts an error, halves the counters in time and moves the correction. */
    void update(int q, int error) {
        int at = q * 4;
        int a = state[at + A] + Math.abs(error);
        int b = state[at + B] + error * step;
        int n = state[at + N];
        if (n == reset) {
            a >>= 1;
            b >>= 1;
            n >>= 1;
        }
        n++;
        state[at + A] = a;
        state[at + N] = n;
        if (b <= -n) {
            state[at + C] = Math.max(-128, state[at + C] - 1);
            b = Math.max(b + n, 1 - n);
        } else if (b > 0) {
            state[at + C] = Math.min(127, state[at + C] + 1);
            b = Math.min(b - n, 0);
        }
        state[at + B] = b;
    }

    /** Golomb parameter of a run interruption (A.7.2): type 1 when the sample above continues the run, else 0. */
    int interruptionK(int type) {
        int at = (REGULAR + type) * 4;
        int magnitude = state[at + A] + (type == 0 ? 0 : state[at + N] >> 1);
        return leastShift(state[at + N], magnitude);
    }

    /** Whether the coder's mapping bit means a negative error here; B counts the negative errors of an interruption context. */
    boolean mapsNegative(int type, int k) {
        int at = (REGULAR + type) * 4;
        return k != 0 || 2 * state[at + B] >= state[at + N];
    }

    void updateInterruption(int type, int error, int mapped) {
        int at = (REGULAR + type) * 4;
        if (error < 0) {
            state[at + B]++;
        }
        state[at + A] += mapped + 1 - type >> 1;
        if (state[at + N] == reset) {
            state[at + A] >>= 1;
            state[at + B] >>= 1;
            state[at + N] >>= 1;
        }
        state[at + N]++;
    }

    private static int leastShift(int n, int a) {
        int k = 0;
        while (n << k < a && k < HIGHEST_K) {
            k++;
        }
        return k;
    }
}
