/**
 * ISO/IEC 10918-1 for one grey component: sequential DCT with 8 or 12 bits (processes 1, 2 and 4) and lossless (process 14, all
 * predictors, 2 to 16 bits), both with Huffman coding.
 *
 * <p>In: a codestream and its promised grid. Out: samples. Progressive, hierarchical and arithmetic coding, which no current
 * transfer syntax uses, are refused by name. Nothing here knows DICOM attributes.
 */
package org.mammoflow.dicom.image.codec.jpeg;
