/**
 * Training data: phantom sets and tensors.
 *
 * <p>In: a seed, or a folder of mammograms with a label table. Out: DICOM files with {@code truth.csv}, or one NumPy
 * archive of tensors made by the very pipeline that serves the networks.
 *
 * <p>Never: changes or copies an image of the user's, or prepares pixels in a way of its own.
 */
package org.mammoflow.cli.training;
