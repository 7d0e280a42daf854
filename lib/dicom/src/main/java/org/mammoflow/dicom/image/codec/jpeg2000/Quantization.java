package org.mammoflow.dicom.image.codec.jpeg2000;

import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.ByteCursor;

/** QCD or QCC (A.6.4, Annex E): exponent and mantissa of each subband's step. */
record Quantization(int precision, Kind kind, int guardBits, int[] exponents, int[] mantissas) {

    /** How the steps are coded. */
    enum Kind {
        NONE,
        DERIVED,
        EXPOUNDED
    }

    static Quantization read(ByteCursor segment, int precision) {
        int style = segment.u8();
        int kind = style & 0x1F;
        if (kind > 2) {
            throw BadCodestream.broken("JPEG 2000 quantization style %d is not 0 to 2", kind);
        }
        int bands = kind == 0 ? segment.remaining() : segment.remaining() / 2;
        int[] exponents = new int[bands];
        int[] mantissas = new int[bands];
        for (int i = 0; i < bands; i++) {
            int value = kind == 0 ? segment.u8() << 8 : segment.u16();
            exponents[i] = value >> 11;
            mantissas[i] = value & 0x7FF;
        }
        return new Quantization(precision, Kind.values()[kind], style >> 5, exponents, mantissas);
    }

    /** @param band 0 for LL, then HL, LH, HH of each resolution */
    int exponent(int band) {
        if (kind == Kind.DERIVED) {
            // The step of LL serves all; an exponent less for each level that the band lies above it (E-5).
            return required(exponents, 0) - Math.max(0, (band - 1) / 3);
        }
        return required(exponents, band);
    }

    /** Bit planes that a code block of the band may have (E-2). */
    int bitPlanes(int band) {
        return guardBits + exponent(band) - 1;
    }

    /** Step of a band whose nominal range is wider than the samples' by {@code gain} bits (E-3). */
    double step(int band, int gain) {
        int mantissa = required(mantissas, kind == Kind.DERIVED ? 0 : band);
        return Math.scalb(1 + mantissa / 2048.0, precision + gain - exponent(band));
    }

    private static int required(int[] values, int band) {
        if (band >= values.length) {
            throw BadCodestream.broken("JPEG 2000 quantization (QCD) lacks subband %d", band);
        }
        return values[band];
    }
}
