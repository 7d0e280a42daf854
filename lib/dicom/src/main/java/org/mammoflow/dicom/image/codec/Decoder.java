package org.mammoflow.dicom.image.codec;

/** A decoder of one family of codestreams; without state, so one instance serves all threads. */
@FunctionalInterface
public interface Decoder {

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
