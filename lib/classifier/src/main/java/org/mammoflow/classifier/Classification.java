package org.mammoflow.classifier;

import java.time.Duration;

/** What a network has to say about one image. Never a forced class, and no number where it would mislead. */
public sealed interface Classification {

    /**
     * Four probabilities and what they rest on.
     *
     * @param probabilities in the order of {@link MammogramClass}, each 0 to 1, together 1
     * @param logits the network's raw output in the same order
     * @param heatMap class activation of the positive classes over the uncropped, unturned image
     * @param tensorDigest SHA-256 of the input tensor's bytes, lower-case hexadecimal
     * @param provider the ONNX Runtime execution provider that computed it, for example {@code CPUExecutionProvider}
     * @param preprocessing time from stored samples to input tensor
     * @param inference time in the network
     */
    record Classified(
            float[] probabilities,
            float[] logits,
            HeatMap heatMap,
            String tensorDigest,
            String provider,
            Duration preprocessing,
            Duration inference)
            implements Classification {

        /** The sum of the two positive classes, 0 to 1. */
        public double malignancy() {
            return (double) probabilities[MammogramClass.IMPLANT_POSITIVE.ordinal()]
                    + probabilities[MammogramClass.NO_IMPLANT_POSITIVE.ordinal()];
        }

        /** The sum of the two implant classes, 0 to 1. */
        public double implant() {
            return (double) probabilities[MammogramClass.IMPLANT_NEGATIVE.ordinal()]
                    + probabilities[MammogramClass.IMPLANT_POSITIVE.ordinal()];
        }
    }

    /**
     * No scores, because they would mislead.
     *
     * @param reason a stable code, with details after a colon: {@code NO_BREAST_FOUND}; {@code UNLIKE_TRAINING}, the image
     *     is not of the kind that the network has learned from; {@code UNSURE}, the score lies too near to the operating
     *     point
     */
    record NotClassifiable(String reason) implements Classification {}
}
