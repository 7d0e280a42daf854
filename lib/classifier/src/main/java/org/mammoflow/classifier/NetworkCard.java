package org.mammoflow.classifier;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mammoflow.classifier.engine.OnnxFile;

/**
 * What a network is and what it may be used for: the {@code card.json} beside its weights.
 *
 * @param identity name, version and status
 * @param weights the file and its checksum
 * @param input what goes in
 * @param classes the four classes in the order of the outputs
 * @param decision how logits become probabilities, bands and a yes or no
 * @param applicability which images it may judge at all; nothing for an untrained network, which knows no images
 * @param acceptedIntents values of Presentation Intent Type (0008,0068) that the network was made for
 * @param serving how to run it
 * @param trainingData what it has seen
 * @param intendedUse what it is for, in words for the screen
 * @param digest of all this but the weights' file and checksum ({@link CardDigest}), lower-case hexadecimal
 */
public record NetworkCard(
        Identity identity,
        Weights weights,
        Input input,
        List<MammogramClass> classes,
        Decision decision,
        Optional<Applicability> applicability,
        List<String> acceptedIntents,
        Serving serving,
        TrainingData trainingData,
        String intendedUse,
        String digest) {

    /** What the weights have learned from: the first thing a reader of a score must know. */
    public enum Status {
        /** Random weights; the scores mean nothing. */
        UNTRAINED,
        /** Trained on a synthetic breast phantom, never on patients. */
        PHANTOM_TRAINED,
        /** Trained on mammograms. */
        TRAINED;

        /** As the card and the screen write it, for example {@code phantom-trained}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param name for example {@code resnet18}
     * @param version for example {@code 1.0.0}
     */
    public record Identity(String name, String version, Status status) {}

    /**
     * @param file name of the ONNX file in the card's folder
     * @param sha256 of the file, lower-case hexadecimal
     * @param shared the file of another version whose weights it computes with, when it has none of its own
     */
    public record Weights(String file, String sha256, Optional<SharedWeights> shared) {

        /** What ONNX Runtime loads when the card lies in this folder; nothing is read yet. */
        public OnnxFile in(Path directory) {
            Path graph = directory.resolve(file);
            return shared.map(
                            other -> new OnnxFile(graph, other.beside(directory).getParent()))
                    .orElse(OnnxFile.alone(graph));
        }
    }

    /**
     * @param version of the same network; its folder lies beside the card's
     * @param file name of the ONNX file there
     * @param sha256 of that file, lower-case hexadecimal
     */
    public record SharedWeights(String version, String file, String sha256) {

        Path beside(Path directory) {
            return directory.resolveSibling(version).resolve(file);
        }
    }

    /**
     * @param size height and width of the one-channel square input, pixels
     * @param mean subtracted from grey 0 to 1
     * @param std then divided by
     */
    public record Input(int size, float mean, float std) {}

    /**
     * @param temperature logits are divided by it before the softmax, above 0; fitted on validation data
     * @param operatingPoint malignancy from which the network says positive; there begins the band medium, so that band and
     *     call cannot contradict each other
     * @param high malignancy from which an image belongs to the band high
     * @param noOpinion malignancy so near to the operating point that the network had better say nothing
     */
    public record Decision(
            double temperature, double operatingPoint, double high, Optional<Applicability.Span> noOpinion) {}

    /**
     * @param batchSize images in one run at most where more than one are worth it; 1 leaves that to the server
     * @param patience how long an image waits for others at most, where they are run together
     * @param threads ONNX Runtime's intra-operator threads
     */
    public record Serving(int batchSize, Duration patience, int threads) {

        /** As many as workers bring, unless their number is set: see {@code server/bin/run.sh}. */
        private static final int USUAL_ON_GPU = 8;

        /** Images in one run on a GPU at most; on the CPU each is run alone. */
        public int batchSizeOnGpu() {
            return batchSize == 1 ? USUAL_ON_GPU : batchSize;
        }
    }

    /**
     * @param description in words
     * @param images number, 0 for untrained
     * @param patients number, 0 for untrained
     * @param digest of the table of training images, empty for untrained
     */
    public record TrainingData(String description, int images, int patients, String digest) {}

    /**
     * Reads {@code card.json} in a network's folder.
     *
     * @throws NetworkUnusable CARD_MISSING or CARD_INVALID
     */
    public static NetworkCard read(Path directory) {
        return CardFile.read(directory);
    }

    public String name() {
        return identity.name();
    }

    public String version() {
        return identity.version();
    }

    public Status status() {
        return identity.status();
    }

    /** SHA-256 of the weights, lower-case hexadecimal. */
    public String sha256() {
        return weights.sha256();
    }

    /** The worklist band for a malignancy probability, 0 to 1. */
    public SuspicionBand band(double malignancy) {
        if (malignancy >= decision.high()) {
            return SuspicionBand.HIGH;
        }
        return positive(malignancy) ? SuspicionBand.MEDIUM : SuspicionBand.LOW;
    }

    /** Whether a malignancy probability is too near to the operating point for an opinion. */
    public boolean unsure(double malignancy) {
        return decision.noOpinion().filter(span -> span.holds(malignancy)).isPresent();
    }

    /** Whether the network calls an image with this malignancy probability positive. */
    public boolean positive(double malignancy) {
        return malignancy >= decision.operatingPoint();
    }

    /** Whether the network was made for images of this Presentation Intent Type, for example {@code FOR PRESENTATION}. */
    public boolean accepts(String presentationIntentType) {
        return acceptedIntents.contains(presentationIntentType);
    }
}
