package org.mammoflow.dicom.image;

import java.nio.ShortBuffer;

/** The bits of a 16-bit word that are the stored value; what a file has in the others (old overlays) is replaced. */
record StoredBits(int count, boolean signed) {

    static StoredBits of(PixelModule module) {
        return new StoredBits(module.bitsStored(), module.signed());
    }

    /** The patterns themselves when their unused bits are sound, as they nearly always are, else a corrected copy. */
    ShortBuffer cleaned(ShortBuffer patterns) {
        if (count == 16 || isClean(patterns)) {
            return patterns.asReadOnlyBuffer();
        }
        short[] cleaned = new short[patterns.limit()];
        for (int i = 0; i < cleaned.length; i++) {
            cleaned[i] = clean(patterns.get(i));
        }
        return ShortBuffer.wrap(cleaned).asReadOnlyBuffer();
    }

    /**
     * Patterns of a lossy encoding: where its precision is wider than the stored bits, values near white may overshoot, and must not
     * come back as black.
     */
    ShortBuffer limited(short[] patterns) {
        int highest = (1 << count) - 1;
        for (int i = 0; i < patterns.length; i++) {
            int overshoot = (patterns[i] & 0xFFFF) - highest;
            patterns[i] = overshoot > 0 && !signed ? (short) highest : clean(patterns[i]);
        }
        return ShortBuffer.wrap(patterns).asReadOnlyBuffer();
    }

    short clean(short pattern) {
        int unused = 32 - count;
        return (short) (signed ? pattern << unused >> unused : pattern << unused >>> unused);
    }

    private boolean isClean(ShortBuffer patterns) {
        int different = 0;
        for (int i = 0; i < patterns.limit(); i++) {
            short pattern = patterns.get(i);
            different |= pattern ^ clean(pattern);
        }
        return different == 0;
    }
}
