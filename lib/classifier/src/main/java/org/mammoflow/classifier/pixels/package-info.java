/**
 * The one pixel pipeline, for training and for serving.
 *
 * <p>In comes a {@link org.mammoflow.classifier.GreyImage}, out goes {@link org.mammoflow.classifier.pixels.Prepared}: a
 * network's input tensor with its {@link org.mammoflow.classifier.pixels.Placement} on the image, or the statement that
 * there is no breast. Each stored sample is read once. The same picture gives the same bits whatever the machine, the
 * bit depth, the photometric interpretation or the side; nothing here may depend on threads, time or chance.
 */
package org.mammoflow.classifier.pixels;
