package org.mammoflow.inference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.mammoflow.classifier.Classification;
import org.mammoflow.classifier.Network;
import org.mammoflow.dicom.data.DicomFormatException;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.image.UnreadablePixels;
import org.mammoflow.instance.Instance;
import org.mammoflow.instance.Instances;
import org.mammoflow.instance.ObjectStore;

/** From the stored file to an outcome: gate, decoding, classification. Knows no database and no queue. */
@ApplicationScoped
public class ImageJudging {

    @Inject
    Instances instances;

    @Inject
    ObjectStore store;

    Outcome judge(ClaimedJob job, Network network) {
        Phase phase = new Phase();
        try {
            return judge(instances.get(job.instanceId()), network, phase);
        } catch (DicomFormatException e) {
            return new Outcome.Unsuitable(phase.name(), "UNREADABLE_DATA_SET: " + e.getMessage());
        } catch (UnreadablePixels e) {
            return new Outcome.Unsuitable(phase.name(), "UNREADABLE_PIXELS: " + e.getMessage());
        } catch (IOException | RuntimeException | InternalError e) {
            // InternalError: what the JVM throws when the disk fails under a mapped file.
            System.getLogger("org.mammoflow.inference")
                    .log(Level.ERROR, "job=%d failed while %s".formatted(job.id(), phase.name()), e);
            return new Outcome.Failed(phase.name(), e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private Outcome judge(Instance instance, Network network, Phase phase) throws IOException {
        DicomFile file = DicomFile.read(store.file(instance.sha256()), ReaderLimits.STANDARD);
        phase.enter("gate");
        Optional<String> objection = new SuitabilityGate(network.card()).objection(file.dataSet());
        if (objection.isPresent()) {
            return new Outcome.Unsuitable(phase.name(), objection.get());
        }
        phase.enter("decoding");
        DecodedImage image = DecodedImage.of(file);
        phase.enter("inference");
        Classification classification = network.classify(image.grey());
        if (classification instanceof Classification.NotClassifiable not) {
            return new Outcome.Unsuitable(phase.name(), not.reason());
        }
        return new Outcome.Classified(FindingStatement.of(
                instance, file.dataSet(), image, (Classification.Classified) classification, network.card()));
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
