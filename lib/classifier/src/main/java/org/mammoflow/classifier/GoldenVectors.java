package org.mammoflow.classifier;

import static org.mammoflow.classifier.NetworkUnusable.Reason.GOLDEN_MISMATCH;
import static org.mammoflow.classifier.NetworkUnusable.Reason.GOLDEN_UNREADABLE;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Images with the tensor and the logits that a network must make of them: {@code golden.json} beside its card. The
 * logits were computed by PyTorch, so that they also hold ONNX Runtime against it.
 *
 * @param tolerance how far a logit may be off on the CPU
 * @param toleranceGpu how far a logit may be off on a GPU
 */
record GoldenVectors(double tolerance, double toleranceGpu, List<Vector> vectors) {

    /** One image, the digest of its tensor and its logits. */
    record Vector(GoldenImage image, String tensorDigest, float[] logits) {

        private boolean complete() {
            return image != null && tensorDigest != null && logits != null;
        }
    }

    /**
     * The vectors in a network's folder.
     *
     * @throws NetworkUnusable GOLDEN_UNREADABLE when there are none: a network that nothing vouches for must not answer
     */
    static GoldenVectors read(Path directory) {
        Path file = directory.resolve("golden.json");
        try {
            GoldenVectors golden = new Gson().fromJson(Files.readString(file), GoldenVectors.class);
            if (golden == null || golden.vectors == null || golden.vectors.isEmpty()) {
                throw new IllegalArgumentException("no vectors");
            }
            if (!golden.vectors.stream().allMatch(Vector::complete)) {
                throw new IllegalArgumentException("a vector without image, digest or logits");
            }
            return golden;
        } catch (IOException | RuntimeException e) {
            throw new NetworkUnusable(
                    GOLDEN_UNREADABLE,
                    "Golden vectors " + file + ": " + e.getMessage() + "; restore the file from the release",
                    e);
        }
    }

    void verify(Network network) {
        for (Vector vector : vectors) {
            Evaluation evaluation = network.evaluate(vector.image().image())
                    .orElseThrow(() -> mismatch(network, vector, "no breast was found"));
            if (!evaluation.tensor().digest().equals(vector.tensorDigest())) {
                throw mismatch(
                        network,
                        vector,
                        "the input tensor is " + evaluation.tensor().digest());
            }
            verifyLogits(network, vector, evaluation.scores().logits());
        }
    }

    private void verifyLogits(Network network, Vector vector, float[] logits) {
        double most = network.provider().startsWith("CPU") ? tolerance : toleranceGpu;
        for (int i = 0; i < logits.length; i++) {
            double off = Math.abs(logits[i] - vector.logits()[i]);
            // Written so that a NaN fails.
            if (!(off <= most)) {
                throw mismatch(network, vector, "logit " + i + " is off by " + off + ", more than " + most);
            }
        }
    }

    private static NetworkUnusable mismatch(Network network, Vector vector, String what) {
        return new NetworkUnusable(
                GOLDEN_MISMATCH,
                "Golden vector with seed " + vector.image().seed() + " of "
                        + network.card().name() + " " + network.card().version() + ": " + what
                        + "; restore software and network from the same release");
    }
}
