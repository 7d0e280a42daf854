package org.mammoflow.classifier;

import java.util.Optional;
import org.mammoflow.classifier.pixels.InputTensor;
import org.mammoflow.classifier.pixels.Intensities;

/**
 * How unlike its training images an image may be before a network had better say nothing.
 *
 * @param distance the largest distance of features; the network measures it from those of its training images
 * @param breastShare of the tensor that is breast, 0 to 1
 * @param mean of the breast's values in the tensor
 * @param deviation of the same
 */
public record Applicability(double distance, Span breastShare, Span mean, Span deviation) {

    /** From {@code low} to {@code high}, both within. */
    public record Span(double low, double high) {

        boolean holds(double value) {
            return value >= low && value <= high;
        }
    }

    /** What makes the image unlike those of the training, in words; nothing when it is like them. */
    Optional<String> objection(InputTensor tensor, float featureDistance, NetworkCard.Input input) {
        Intensities found = Intensities.of(tensor, input.mean(), input.std());
        // Written so that a NaN objects.
        if (!(featureDistance <= distance)) {
            return Optional.of("features");
        }
        if (!breastShare.holds(found.breastShare())) {
            return Optional.of("share of breast");
        }
        return mean.holds(found.mean()) && deviation.holds(found.deviation())
                ? Optional.empty()
                : Optional.of("brightness or contrast");
    }
}
