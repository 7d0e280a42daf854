/**
 * Decoders of the codestreams that DICOM encapsulates (PS3.5 Annex A.4 and Annex G).
 *
 * <p>In: the bytes of one frame and the {@link org.mammoflow.dicom.image.codec.SampleGrid} that the data set promises. Out: one
 * 16-bit pattern per sample, row by row. A decoder compares the codestream's own header with the promise before it allocates
 * anything, stops when its thread is interrupted, and ends in a {@link org.mammoflow.dicom.image.codec.BadCodestream} for whatever
 * it cannot decode. It never reads attributes, files or the network, and it never returns a partly decoded frame.
 */
package org.mammoflow.dicom.image.codec;
