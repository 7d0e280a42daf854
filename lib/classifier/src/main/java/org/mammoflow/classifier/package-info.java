/**
 * Grey image in, scores out.
 *
 * <p>In comes a {@link org.mammoflow.classifier.GreyImage}; out goes a {@link org.mammoflow.classifier.Classification}
 * by the {@link org.mammoflow.classifier.Network} whose {@link org.mammoflow.classifier.NetworkCard} says what it may be
 * used for. It must never know DICOM, a database or Jakarta EE, never force a class on an image that shows no breast,
 * and never answer from a network that has failed its checksum or its golden vectors.
 */
package org.mammoflow.classifier;
