package org.mammoflow.inference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.mammoflow.classifier.Classification;
import org.mammoflow.classifier.Network;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DicomFormatException;
import org.mammoflow.dicom.image.UnreadablePixels;
import org.mammoflow.finding.ShadowStatement;
import org.mammoflow.instance.Instances;
import org.mammoflow.instance.ObjectStore;

/** From the stored file to an outcome: gate, decoding, classification. Knows no database and no queue. */
@ApplicationScoped
public class ImageJudging {

    @Inject
    Instances instances;

    @Inject
    ObjectStore store;

    @Inject
    ShadowJudging shadows;

    /** The active network's outcome and, unless another attempt will follow, what the shadow says of the same image. */
    Judgement judge(ClaimedJob job, NetworksInUse networks) {
        try (OpenedImage image = new OpenedImage(job.instanceId(), instances, store)) {
            Outcome outcome = judge(job, image, networks.active().network());
            return outcome instanceof Outcome.Failed
                    ? new Judgement(outcome, Optional.empty())
                    : new Judgement(outcome, networks.shadow().map(shadow -> shadowed(job, image, shadow)));
        }
    }

    /** One network's outcome alone; no shadow is asked. */
    Outcome judge(ClaimedJob job, Network network) {
        try (OpenedImage image = new OpenedImage(job.instanceId(), instances, store)) {
            return judge(job, image, network);
        }
    }

    private ShadowStatement shadowed(ClaimedJob job, OpenedImage image, LoadedNetwork.Call shadow) {
        Network network = shadow.network();
        return new ShadowStatement(
                job.instanceId(),
                FindingStatement.identity(network.card()),
                shadows.judge(shadow, () -> judge(job, image, network)));
    }

    private static Outcome judge(ClaimedJob job, OpenedImage image, Network network) {
        Phase phase = new Phase();
        try {
            return judge(image, network, phase);
        } catch (DicomFormatException e) {
            return new Outcome.Unsuitable(phase.name(), "UNREADABLE_DATA_SET: " + e.getMessage());
        } catch (UnreadablePixels e) {
            return new Outcome.Unsuitable(phase.name(), "UNREADABLE_PIXELS: " + e.getMessage());
        } catch (NoSuchFileException | AccessDeniedException e) {
            // Its message is a path of the server, which readers need not know.
            return failed(
                    job, phase, e, "FILE_UNREADABLE: " + Path.of(e.getFile()).getFileName());
        } catch (IOException | RuntimeException | InternalError e) {
            // InternalError: what the JVM throws when the disk fails under a mapped file.
            return failed(job, phase, e, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static Outcome failed(ClaimedJob job, Phase phase, Throwable cause, String reason) {
        System.getLogger("org.mammoflow.inference")
                .log(Level.ERROR, "job=%d failed while %s".formatted(job.id(), phase.name()), cause);
        return new Outcome.Failed(phase.name(), reason);
    }

    private static Outcome judge(OpenedImage opened, Network network, Phase phase) throws IOException {
        Attributes dataSet = opened.dataSet();
        phase.enter("gate");
        Optional<String> objection =
                new SuitabilityGate(network.card()::accepts).objection(dataSet).or(opened::foreignness);
        if (objection.isPresent()) {
            return new Outcome.Unsuitable(phase.name(), objection.get());
        }
        phase.enter("decoding");
        DecodedImage image = opened.decoded();
        phase.enter("inference");
        Classification classification = network.classify(image.grey());
        if (classification instanceof Classification.NotClassifiable not) {
            return new Outcome.Unsuitable(phase.name(), not.reason());
        }
        return new Outcome.Classified(FindingStatement.of(
                opened.instance(), dataSet, image, (Classification.Classified) classification, network.card()));
    }

    /** Where in the work an exception came from. */
    private static final class Phase {

        private String name = "reading";

        void enter(String next) {
            name = next;
        }

        String name() {
            return name;
        }
    }
}
