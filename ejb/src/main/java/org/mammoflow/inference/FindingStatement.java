package org.mammoflow.inference;

import java.time.Duration;
import org.mammoflow.classifier.Classification.Classified;
import org.mammoflow.classifier.MammogramClass;
import org.mammoflow.classifier.NetworkCard;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.finding.Evidence;
import org.mammoflow.finding.NetworkIdentity;
import org.mammoflow.finding.NewFinding;
import org.mammoflow.finding.Saliency;
import org.mammoflow.finding.Scores;
import org.mammoflow.instance.Instance;

/** Puts a classification into the words of the {@code finding} room. */
final class FindingStatement {

    private static final double IMPLANT_LIKELY = 0.5;

    private FindingStatement() {}

    static NewFinding of(
            Instance instance, Attributes dataSet, DecodedImage image, Classified classified, NetworkCard card) {
        return new NewFinding(
                instance.id(),
                identity(card),
                scores(classified.probabilities()),
                card.band(classified.malignancy()).name(),
                card.decision().operatingPoint(),
                contradicts(dataSet, classified),
                new Saliency(
                        classified.heatMap().rows(),
                        classified.heatMap().columns(),
                        classified.heatMap().cells()),
                evidence(image, classified));
    }

    static NetworkIdentity identity(NetworkCard card) {
        return new NetworkIdentity(
                card.name(), card.version(), card.sha256(), card.status().label());
    }

    private static Scores scores(float[] probabilities) {
        return new Scores(
                probabilities[MammogramClass.IMPLANT_NEGATIVE.ordinal()],
                probabilities[MammogramClass.IMPLANT_POSITIVE.ordinal()],
                probabilities[MammogramClass.NO_IMPLANT_NEGATIVE.ordinal()],
                probabilities[MammogramClass.NO_IMPLANT_POSITIVE.ordinal()]);
    }

    // Breast Implant Present (0028,1300) is type 3: a header that says nothing contradicts nothing.
    static boolean contradicts(Attributes dataSet, Classified classified) {
        boolean seen = classified.implant() >= IMPLANT_LIKELY;
        return switch (dataSet.string(Tag.BreastImplantPresent).orElse("")) {
            case "YES" -> !seen;
            case "NO" -> seen;
            default -> false;
        };
    }

    private static Evidence evidence(DecodedImage image, Classified classified) {
        return new Evidence(
                classified.provider(),
                image.pixelDigest(),
                classified.tensorDigest(),
                image.decodingMicros(),
                micros(classified.preprocessing()),
                micros(classified.inference()));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
