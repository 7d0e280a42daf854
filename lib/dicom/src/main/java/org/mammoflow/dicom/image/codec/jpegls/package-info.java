/**
 * ISO/IEC 14495-1 (JPEG-LS) for one grey component of 2 to 16 bits, lossless and near-lossless, with preset parameters and restart
 * intervals.
 *
 * <p>In: a codestream and its promised grid. Out: samples. Mapping tables and oversize images, which DICOM does not use, are refused.
 * Nothing here knows DICOM attributes. Names of variables follow the standard's Annex A.
 */
package org.mammoflow.dicom.image.codec.jpegls;
