/**
 * ISO/IEC 15444-1 (JPEG 2000) for one grey component of up to 16 bits: both wavelets, tiles, layers, precincts, all progressions and
 * code block styles.
 *
 * <p>In: a codestream (no JP2 boxes) and its promised grid. Out: samples. The path: {@code Codestream} (markers) → {@code Tile}
 * (geometry) → {@code PacketReader} (which bytes belong to which code block) → {@code BlockDecoder} (bytes to coefficients) → {@code
 * InverseWavelet} (coefficients to samples). Regions of interest, packed packet headers and progression changes, which no DICOM
 * encoder known to us writes, are refused by name. Nothing here knows DICOM attributes.
 */
package org.mammoflow.dicom.image.codec.jpeg2000;
