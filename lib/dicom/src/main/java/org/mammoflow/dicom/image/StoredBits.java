package org.mammoflow.dicom.image;

import java.nio.ShortBuffer;

/** The bits of a 16-bit word that are the stored value; what a file has in the others (old overlays) is replaced. */
record StoredBits(int count, boolean signed) {

    /** Samples at a time, a multiple of four; so few stay in the processor's nearest cache. */
    private static final int CHUNK = 8192;

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

    // Chunk by chunk through an array: an array's accesses are fast whatever kinds of buffers a program has seen.
    private boolean isClean(ShortBuffer patterns) {
        ShortBuffer left = patterns.duplicate().rewind();
        short[] chunk = new short[CHUNK];
        int different = 0;
        while (left.hasRemaining() && different == 0) {
            int length = Math.min(chunk.length, left.remaining());
            left.get(chunk, 0, length);
            // The rest of the chunk repeats what was looked at before: it changes nothing.
            different = signed ? differentWhenSigned(chunk) : differentWhenUnsigned(chunk);
        }
        return different == 0;
    }

    // Four in turn, because each "or" would wait for the one before.
    private int differentWhenUnsigned(short[] patterns) {
        int a = 0;
        int b = 0;
        int c = 0;
        int d = 0;
        for (int i = 0; i < patterns.length - 3; i += 4) {
            a |= patterns[i];
            b |= patterns[i + 1];
            c |= patterns[i + 2];
            d |= patterns[i + 3];
        }
        return (a | b | c | d) & 0xFFFF << count & 0xFFFF;
    }

    private int differentWhenSigned(short[] patterns) {
        int unused = 32 - count;
        int different = 0;
        for (short pattern : patterns) {
            different |= pattern ^ pattern << unused >> unused;
        }
        return different;
    }
}
