package org.mammoflow.dicom.image.codec.jpeg2000;

import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.ByteCursor;

/**
 * COD (A.6.1).
 *
 * @param levels decompositions; resolution 0 is the smallest, resolution {@code levels} the whole tile
 * @param precincts exponents of width (low four bits) and height (high four bits) by resolution
 */
record CodingStyle(
        boolean endOfHeaderMarkers,
        Progression progression,
        int layers,
        int levels,
        int blockWidthExponent,
        int blockHeightExponent,
        BlockStyle style,
        boolean reversible,
        int[] precincts) {

    /** Bits behind the binary point in the pipeline of the irreversible wavelet. */
    private static final int FRACTION_BITS = 8;

    static CodingStyle read(ByteCursor segment) {
        int flags = segment.u8();
        Progression progression = Progression.of(segment.u8());
        int layers = segment.u16();
        segment.u8(); // component transformation means nothing with one component
        return readComponent(segment, flags, progression, layers);
    }

    /** COC: the only component's own style. */
    CodingStyle withComponent(ByteCursor segment) {
        segment.u8(); // component index, one byte below 257 components
        int flags = segment.u8() & 1 | (endOfHeaderMarkers ? 4 : 0);
        return readComponent(segment, flags, progression, layers);
    }

    private static CodingStyle readComponent(ByteCursor segment, int flags, Progression progression, int layers) {
        int levels = segment.u8();
        int width = segment.u8() + 2;
        int height = segment.u8() + 2;
        BlockStyle style = new BlockStyle(segment.u8());
        int wavelet = segment.u8();
        if (layers == 0 || levels > 32 || width > 10 || height > 10 || width + height > 12 || wavelet > 1) {
            throw BadCodestream.broken(
                    "JPEG 2000 coding style (COD): %d layers, %d levels, blocks 2^%d x 2^%d, wavelet %d",
                    layers, levels, width, height, wavelet);
        }
        int[] precincts = new int[levels + 1];
        for (int r = 0; r <= levels; r++) {
            precincts[r] = (flags & 1) == 0 ? 0xFF : segment.u8();
        }
        return new CodingStyle(
                (flags & 4) != 0, progression, layers, levels, width, height, style, wavelet == 1, precincts);
    }

    int precinctWidthExponent(int resolution) {
        return precincts[resolution] & 0xF;
    }

    int precinctHeightExponent(int resolution) {
        return precincts[resolution] >> 4;
    }

    int fractionBits() {
        return reversible ? 0 : FRACTION_BITS;
    }
}
