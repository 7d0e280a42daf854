package org.mammoflow.dicom.image.codec;

/** A decoder of one family of codestreams; without state, so one instance serves all threads. */
public interface Decoder {
    /** So much of a codestream is enough to tell from its header what decoding takes. */
    int HEAD_BYTES = 1 << 20;

    /**
     * The most Java heap that decoding takes at a time, besides the codestream itself.
     *
     * @param head the codestream's beginning: all of it, or {@link #HEAD_BYTES}
     * @param length of the whole codestream in bytes
     * @return bytes, the samples that {@link #decode} returns included
     * @throws BadCodestream when the head already is not that image
     */
    long heapBytes(byte[] head, long length, SampleGrid promised);

    /**
     * Decodes one frame.
     *
     * @param codestream the whole codestream of the frame; bytes after its end are ignored
     * @param promised what the data set says about it
     * @return {@code promised.samples()} patterns, row by row; bits above the coded precision are zero or the sign
     * @throws BadCodestream when the codestream is not that image
     */
    short[] decode(byte[] codestream, SampleGrid promised);
}
