/**
 * The same tensors for training: prepared images and their labels in one {@code .npz} file.
 *
 * <p>In come tensors of the serving pipeline with a row of text each; out comes a file that NumPy reads. It must never
 * prepare an image in a way of its own.
 */
package org.mammoflow.classifier.table;
