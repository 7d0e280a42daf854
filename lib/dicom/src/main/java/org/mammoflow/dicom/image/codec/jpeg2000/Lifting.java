package org.mammoflow.dicom.image.codec.jpeg2000;

/** The lifting steps of a wavelet along interleaved lines (F.3.8), each step from the neighbours on both sides. */
enum Lifting {
    /** Integers, exact. */
    REVERSIBLE_5_3 {
        @Override
        void steps(int[][] lines, int count, int odd) {
            for (int i = odd; i < count; i += 2) {
                subtractQuarter(lines[i], before(lines, i, count), after(lines, i, count));
            }
            for (int i = 1 - odd; i < count; i += 2) {
                addHalf(lines[i], before(lines, i, count), after(lines, i, count));
            }
        }
    },

    /** Fixed point numbers. */
    IRREVERSIBLE_9_7 {
        @Override
        void steps(int[][] lines, int count, int odd) {
            for (int i = 0; i < count; i++) {
                scale(lines[i], (i & 1) == odd ? K : INVERSE_K);
            }
            step(lines, count, odd, DELTA);
            step(lines, count, 1 - odd, GAMMA);
            step(lines, count, odd, BETA);
            step(lines, count, 1 - odd, ALPHA);
        }
    };

    private static final int POINT = 20;
    private static final long K = fixed(1.230174104914001);
    private static final long INVERSE_K = fixed(1 / 1.230174104914001);
    private static final long ALPHA = fixed(-1.586134342059924);
    private static final long BETA = fixed(-0.052980118572961);
    private static final long GAMMA = fixed(0.882911075530934);
    private static final long DELTA = fixed(0.443506852043971);

    abstract void steps(int[][] lines, int count, int odd);

    /** @param odd 1 when the first line is a high-pass one */
    void invert(int[][] lines, int count, int odd) {
        if (count > 1) {
            steps(lines, count, odd);
        } else if (odd == 1) {
            halve(lines[0]);
        }
    }

    /** Beyond both ends the signal is mirrored. */
    private static int[] before(int[][] lines, int i, int count) {
        return i > 0 ? lines[i - 1] : lines[1];
    }

    private static int[] after(int[][] lines, int i, int count) {
        return i < count - 1 ? lines[i + 1] : lines[i - 1];
    }

    private static void subtractQuarter(int[] line, int[] before, int[] after) {
        for (int j = 0; j < line.length; j++) {
            line[j] -= before[j] + after[j] + 2 >> 2;
        }
    }

    private static void addHalf(int[] line, int[] before, int[] after) {
        for (int j = 0; j < line.length; j++) {
            line[j] += before[j] + after[j] >> 1;
        }
    }

    private static void step(int[][] lines, int count, int first, long factor) {
        for (int i = first; i < count; i += 2) {
            int[] line = lines[i];
            int[] before = before(lines, i, count);
            int[] after = after(lines, i, count);
            for (int j = 0; j < line.length; j++) {
                line[j] -= (int) (factor * (before[j] + after[j]) >> POINT);
            }
        }
    }

    private static void scale(int[] line, long factor) {
        for (int j = 0; j < line.length; j++) {
            line[j] = (int) (factor * line[j] >> POINT);
        }
    }

    private static void halve(int[] line) {
        for (int j = 0; j < line.length; j++) {
            line[j] /= 2;
        }
    }

    private static long fixed(double factor) {
        return Math.round(factor * (1 << POINT));
    }
}
