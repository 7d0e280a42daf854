package org.mammoflow.dicom.image.codec.jpegls;

import org.mammoflow.dicom.image.codec.BadCodestream;

/** Coding parameters of a scan (ISO/IEC 14495-1 C.2.4.1.1): thresholds of the gradients, range of the samples, reset of the counters. */
record Parameters(int maxval, int near, int t1, int t2, int t3, int reset) {
    private static final int DEFAULT_RESET = 64;

    /** @param preset MAXVAL, T1, T2, T3, RESET as coded, zero for the default */
    static Parameters of(int precision, int near, int[] preset) {
        int maxval = preset[0] == 0 ? (1 << precision) - 1 : preset[0];
        if (maxval >= 1 << precision || near > Math.min(255, maxval / 2)) {
            throw BadCodestream.broken("JPEG-LS MAXVAL %d or NEAR %d is out of range", maxval, near);
        }
        int t1 = preset[1] == 0 ? defaultThreshold(maxval, 3, 2, 3 * near, near + 1) : preset[1];
        int t2 = preset[2] == 0 ? defaultThreshold(maxval, 7, 3, 5 * near, t1) : preset[2];
        int t3 = preset[3] == 0 ? defaultThreshold(maxval, 21, 4, 7 * near, t2) : preset[3];
        int reset = preset[4] == 0 ? DEFAULT_RESET : preset[4];
        if (t1 <= near || t2 < t1 || t3 < t2 || t3 > maxval || reset < 3) {
            throw BadCodestream.broken("JPEG-LS thresholds %d, %d, %d or RESET %d are out of range", t1, t2, t3, reset);
        }
        return new Parameters(maxval, near, t1, t2, t3, reset);
    }

    private static int defaultThreshold(int maxval, int basic, int least, int shift, int lowest) {
        int threshold;
        if (maxval >= 128) {
            int factor = Math.min(maxval, 4095) + 128 >> 8;
            threshold = factor * (basic - least) + least + shift;
        } else {
            int factor = 256 / (maxval + 1);
            threshold = Math.max(least, basic / factor + shift);
        }
        return threshold > maxval || threshold < lowest ? lowest : threshold;
    }

    /** Distance between two reconstructed values. */
    int step() {
        return 2 * near + 1;
    }

    int range() {
        return (maxval + 2 * near) / step() + 1;
    }

    /** Bits of a quantized error. */
    int qbpp() {
        return bits(range());
    }

    /** Longest Golomb code word. */
    int limit() {
        int bpp = Math.max(2, bits(maxval + 1));
        return 2 * (bpp + Math.max(8, bpp));
    }

    private static int bits(int values) {
        return 32 - Integer.numberOfLeadingZeros(values - 1);
    }

    /** Region (-4 to 4) of every gradient from {@code -maxval} to {@code maxval}, at index {@code gradient + maxval}. */
    byte[] regions() {
        byte[] regions = new byte[2 * maxval + 1];
        for (int gradient = -maxval; gradient <= maxval; gradient++) {
            int region = region(Math.abs(gradient));
            regions[gradient + maxval] = (byte) (gradient < 0 ? -region : region);
        }
        return regions;
    }

    private int region(int gradient) {
        if (gradient >= t3) {
            return 4;
        }
        if (gradient >= t2) {
            return 3;
        }
        if (gradient >= t1) {
            return 2;
        }
        return gradient > near ? 1 : 0;
    }
}
