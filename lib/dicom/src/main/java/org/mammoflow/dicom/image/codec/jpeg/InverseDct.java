package org.mammoflow.dicom.image.codec.jpeg;

/** Inverse discrete cosine transform of 8 × 8 coefficients (ISO/IEC 10918-1 A.3.3), level shift and clamping to the precision. */
final class InverseDct {
    /** {@code BASIS[u][x] = C(u)/2 · cos((2x+1)uπ/16)}. */
    private static final float[][] BASIS = basis();

    private final float[] columns = new float[64];
    private final short[] samples = new short[64];
    private final int levelShift;
    private final int highest;

    InverseDct(int precision) {
        levelShift = 1 << precision - 1;
        highest = (1 << precision) - 1;
    }

    /** The block's samples; the array is used again by the next call. */
    short[] samples(float[] coefficients) {
        for (int u = 0; u < 8; u++) {
            transform(coefficients, u, 8, columns, u, 8);
        }
        float[] row = coefficients;
        for (int y = 0; y < 64; y += 8) {
            transform(columns, y, 1, row, y, 1);
            for (int x = y; x < y + 8; x++) {
                samples[x] = clamp(row[x]);
            }
        }
        return samples;
    }

    private short clamp(float value) {
        int sample = (int) Math.floor(value + levelShift + 0.5f);
        return (short) Math.max(0, Math.min(highest, sample));
    }

    /** One dimension; even coefficients give the same to both ends, odd ones opposite values. */
    private static void transform(float[] in, int inStart, int inStep, float[] out, int outStart, int outStep) {
        for (int x = 0; x < 4; x++) {
            float even = 0;
            float odd = 0;
            for (int u = 0; u < 8; u += 2) {
                even += BASIS[u][x] * in[inStart + u * inStep];
                odd += BASIS[u + 1][x] * in[inStart + (u + 1) * inStep];
            }
            out[outStart + x * outStep] = even + odd;
            out[outStart + (7 - x) * outStep] = even - odd;
        }
    }

    private static float[][] basis() {
        float[][] basis = new float[8][8];
        for (int u = 0; u < 8; u++) {
            double scale = u == 0 ? Math.sqrt(0.125) : 0.5;
            for (int x = 0; x < 8; x++) {
                basis[u][x] = (float) (scale * Math.cos((2 * x + 1) * u * Math.PI / 16));
            }
        }
        return basis;
    }
}
