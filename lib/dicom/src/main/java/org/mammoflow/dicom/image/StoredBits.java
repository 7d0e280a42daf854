package org.mammoflow.dicom.image;

import java.nio.ShortBuffer;

/** The bits of a 16-bit word that are the stored value; what a file has in the others (old overlays) is replaced. */
record StoredBits(int count, boolean signed) {

    /** Samples at a time; so few stay in the processor's nearest cache. */
    private static final int CHUNK = 8192;

    static StoredBits of(PixelModule module) {
        return new StoredBits(module.bitsStored(), module.signed());
    }

    /** Decoded patterns, corrected where they stand. */
    ShortBuffer cleaned(short[] patterns) {
        if (!isSound(ShortBuffer.wrap(patterns))) {
            for (int i = 0; i < patterns.length; i++) {
                patterns[i] = clean(patterns[i]);
            }
        }
        return ShortBuffer.wrap(patterns).asReadOnlyBuffer();
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

    /** Whether the unused bits are as they should be, as they nearly always are. */
    boolean isSound(ShortBuffer patterns) {
        return count == 16 || areUnusedBitsSound(patterns);
    }

    // Chunk by chunk through an array: an array's accesses are fast whatever kinds of buffers a program has seen.
    private boolean areUnusedBitsSound(ShortBuffer patterns) {
        ShortBuffer left = patterns.duplicate().rewind();
        short[] chunk = new short[CHUNK];
        short[] seen = new short[CHUNK];
        // Sound values, moved so that the least of them is 0, leave the unused bits at 0.
        short moved = (short) (signed ? 1 << count - 1 : 0);
        while (left.hasRemaining()) {
            left.get(chunk, 0, Math.min(CHUNK, left.remaining()));
            // The rest of the last chunk repeats what was looked at before: it changes nothing.
            collect(chunk, moved, seen);
        }
        return areUnusedBitsClear(seen);
    }

    /** Place by place, so that the processor takes many at a time: one sum of all would wait for itself. */
    private static void collect(short[] patterns, short moved, short[] seen) {
        for (int i = 0; i < CHUNK; i++) {
            seen[i] |= patterns[i] + moved;
        }
    }

    private boolean areUnusedBitsClear(short[] seen) {
        int unused = 0xFFFF << count & 0xFFFF;
        int set = 0;
        for (short bits : seen) {
            set |= bits & unused;
        }
        return set == 0;
    }
}
