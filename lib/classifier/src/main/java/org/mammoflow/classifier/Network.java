package org.mammoflow.classifier;

import static org.mammoflow.classifier.NetworkUnusable.Reason.ENGINE_FAILED;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.mammoflow.classifier.Classification.Classified;
import org.mammoflow.classifier.Classification.NotClassifiable;
import org.mammoflow.classifier.engine.EngineFailure;
import org.mammoflow.classifier.engine.OnnxFile;
import org.mammoflow.classifier.engine.OnnxSession;
import org.mammoflow.classifier.engine.RecoveringSession;
import org.mammoflow.classifier.engine.Scores;
import org.mammoflow.classifier.engine.Session;
import org.mammoflow.classifier.pixels.Preparation;
import org.mammoflow.classifier.pixels.Prepared;

/**
 * A loaded network, checked against its card. Safe for any number of threads; they share one session.
 *
 * <p>Close it only when no call is under way.
 */
public final class Network implements AutoCloseable {

    private final Path directory;
    private final NetworkCard card;
    private final Preparation preparation;
    private final Session session;
    private final Scorer scorer;

    private Network(Path directory, NetworkCard card, Session session) {
        this.directory = directory;
        this.card = card;
        this.preparation = new Preparation(
                card.input().size(), card.input().mean(), card.input().std());
        this.session = session;
        this.scorer = Scorer.of(session, card.input().size(), card.serving());
    }

    /**
     * Loads the network in a folder with the card's number of threads.
     *
     * @throws NetworkUnusable when card, checksums, engine or golden vectors forbid its use
     */
    public static Network load(Path directory, Device device) {
        return load(directory, device, NetworkCard.read(directory).serving().threads());
    }

    /**
     * Loads the network in a folder.
     *
     * @param threads ONNX Runtime's intra-operator threads for one image, at least 1
     * @throws NetworkUnusable when card, checksums, engine or golden vectors forbid its use
     */
    public static Network load(Path directory, Device device, int threads) {
        NetworkCard card = NetworkCard.read(directory);
        OnnxFile onnx = new WeightsFile(directory, card).verified();
        Network network = new Network(directory, card, open(onnx, device, threads));
        try {
            network.selfTest();
            return network;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static Session open(OnnxFile onnx, Device device, int threads) {
        try {
            return new RecoveringSession(
                    () -> OnnxSession.open(onnx, device, threads),
                    () -> OnnxSession.open(onnx, new Device.Cpu(), threads));
        } catch (EngineFailure e) {
            throw new NetworkUnusable(
                    ENGINE_FAILED,
                    e.getMessage() + "; check mammoflow.inference.device and the server's native module",
                    e);
        }
    }

    /**
     * Prepares one image, runs the network, asks its card whether the result may be told, and maps the evidence back onto
     * the image.
     *
     * @throws NetworkUnusable ENGINE_FAILED when ONNX Runtime fails, for example for want of GPU memory
     */
    public Classification classify(GreyImage image) {
        return evaluate(image).map(this::judged).orElse(new NotClassifiable("NO_BREAST_FOUND"));
    }

    /** Nothing when the image shows no breast. */
    Optional<Evaluation> evaluate(GreyImage image) {
        long start = System.nanoTime();
        if (!(preparation.prepare(image) instanceof Prepared.Ready ready)) {
            return Optional.empty();
        }
        long prepared = System.nanoTime();
        Scores scores = run(ready);
        return Optional.of(new Evaluation(
                ready.tensor(),
                ready.placement(),
                scores,
                Duration.ofNanos(prepared - start),
                Duration.ofNanos(System.nanoTime() - prepared)));
    }

    private Classification judged(Evaluation evaluation) {
        Optional<String> objection = card.applicability()
                .flatMap(limits -> limits.objection(
                        evaluation.tensor(), evaluation.scores().distance(), card.input()));
        if (objection.isPresent()) {
            return new NotClassifiable("UNLIKE_TRAINING: " + objection.get());
        }
        Classified classified = classified(evaluation);
        return card.unsure(classified.malignancy())
                ? new NotClassifiable("UNSURE: too near to the operating point")
                : classified;
    }

    private Classified classified(Evaluation evaluation) {
        Scores scores = evaluation.scores();
        return new Classified(
                Softmax.of(scores.logits(), card.decision().temperature()),
                scores.logits(),
                new Evidence(scores).over(evaluation.placement()),
                evaluation.tensor().digest(),
                scores.provider(),
                evaluation.preprocessing(),
                evaluation.inference());
    }

    private Scores run(Prepared.Ready ready) {
        try {
            return scorer.score(ready.tensor().values());
        } catch (EngineFailure e) {
            throw new NetworkUnusable(ENGINE_FAILED, card.name() + " " + card.version() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the golden vectors from the network's folder and runs them.
     *
     * @throws NetworkUnusable GOLDEN_MISMATCH or ENGINE_FAILED
     */
    public void selfTest() {
        GoldenVectors.read(directory).verify(this);
    }

    public NetworkCard card() {
        return card;
    }

    /** The ONNX Runtime execution provider in use: {@code CPUExecutionProvider} or {@code CUDAExecutionProvider}. */
    public String provider() {
        return session.provider();
    }

    @Override
    public void close() {
        session.close();
    }
}
