/**
 * Pixels and how to show them: the pixel module (PS3.3 C.7.6.3), its encodings (PS3.5 Annex A and G) and the grey-scale
 * transformations (PS3.3 C.11).
 *
 * <p>In: attributes and a file whose pixel data are read lazily. Out: frames of 16-bit patterns, tables from pattern to display grey,
 * and renditions for the screen. What cannot be trusted ends in {@link org.mammoflow.dicom.image.UnreadablePixels} with a reason that
 * is safe to store and to show; no allocation follows a size that has not been checked, and no decoder runs past its deadline. Never
 * here: network, database, statements about what an image shows.
 */
package org.mammoflow.dicom.image;
