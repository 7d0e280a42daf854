package org.mammoflow.web.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mammoflow.commitment.CommitmentView;
import org.mammoflow.finding.FindingView;
import org.mammoflow.finding.NoOpinionView;
import org.mammoflow.inference.JobView;
import org.mammoflow.inference.ReplayView;
import org.mammoflow.instance.Conflict;
import org.mammoflow.intake.KnownModality;
import org.mammoflow.report.ReportCounts;
import org.mammoflow.report.ReportRow;
import org.mammoflow.review.CaseSummary;
import org.mammoflow.review.Claim;
import org.mammoflow.review.ImageView;
import org.mammoflow.review.ReviewView;

/** The wire format of the resources: written by hand, so that renaming a Java name never changes it. */
final class JsonViews {

    private JsonViews() {}

    static <T> JsonArray array(List<T> values, Function<T, ? extends JsonValue> view) {
        var array = JsonBuilders.array();
        values.forEach(value -> array.add(view.apply(value)));
        return array.build();
    }

    static JsonObject finding(FindingView finding) {
        return JsonBuilders.object()
                .add("id", finding.id())
                .add("network", finding.network().name())
                .add("networkVersion", finding.network().version())
                .add("networkDigest", finding.network().digest())
                .add("networkStatus", finding.network().status())
                .add("probabilities", probabilities(finding))
                .add("malignancy", finding.scores().malignancy())
                .add("implant", finding.scores().implant())
                .add("operatingPoint", finding.operatingPoint())
                .add("aiPositive", finding.aiPositive())
                .add("band", finding.band())
                .add("implantContradiction", finding.implantContradiction())
                .add("provider", finding.evidence().provider())
                .add("pixelDigest", finding.evidence().pixelDigest())
                .add("tensorDigest", finding.evidence().tensorDigest())
                .add("times", times(finding))
                .add("recordedAt", finding.recordedAt().toString())
                .build();
    }

    private static JsonObject probabilities(FindingView finding) {
        return JsonBuilders.object()
                .add("implantCancerNegative", finding.scores().implantNegative())
                .add("implantCancerPositive", finding.scores().implantPositive())
                .add("cancerNegative", finding.scores().noImplantNegative())
                .add("cancerPositive", finding.scores().noImplantPositive())
                .build();
    }

    private static JsonObject times(FindingView finding) {
        return JsonBuilders.object()
                .add("decodingMicros", finding.evidence().decodingMicros())
                .add("preprocessingMicros", finding.evidence().preprocessingMicros())
                .add("inferenceMicros", finding.evidence().inferenceMicros())
                .build();
    }

    static JsonObject noOpinion(NoOpinionView missing) {
        return JsonBuilders.object()
                .add("kind", missing.kind().name())
                .add("phase", missing.phase())
                .add("reason", missing.reason())
                .add("recordedAt", missing.recordedAt().toString())
                .build();
    }

    static JsonObject review(ReviewView review) {
        return JsonBuilders.object()
                .add("id", review.id())
                .add("findingId", review.findingId())
                .add("revision", review.revision())
                .add("round", review.round())
                .add("verdict", review.verdict().name())
                .add("reason", review.reason())
                .add("comment", review.comment())
                .add("reader", review.reader())
                .add("signed", review.signed())
                .add("recordDigest", review.recordDigest())
                .add("reviewedAt", review.reviewedAt().toString())
                .build();
    }

    static JsonObject job(JobView job) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("id", job.id())
                .add("state", job.state().name())
                .add("attempts", job.attempts())
                .add("queuedAt", job.queuedAt().toString());
        job.phase().ifPresent(phase -> json.add("phase", phase));
        job.reason().ifPresent(reason -> json.add("reason", reason));
        job.finishedAt().ifPresent(time -> json.add("finishedAt", time.toString()));
        return json.build();
    }

    static JsonObject replay(ReplayView replay) {
        return JsonBuilders.object()
                .add("findingId", replay.findingId())
                .add("outcome", replay.outcome().name())
                .add("samePixels", replay.samePixels())
                .add("sameTensor", replay.sameTensor())
                .add("largestDifference", replay.largestDifference())
                .add("provider", replay.provider())
                .add("reason", replay.reason())
                .add("replayedAt", replay.replayedAt().toString())
                .build();
    }

    /** An image with its job, and with whatever has been stated and decided. */
    static JsonObject image(ImageView image, Optional<JobView> job) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("sopInstanceUid", image.instance().sopInstanceUid())
                .add("sopClassUid", image.instance().sopClassUid())
                .add("studyInstanceUid", image.instance().studyInstanceUid())
                .add("seriesInstanceUid", image.instance().seriesInstanceUid())
                .add("sha256", image.instance().sha256())
                .add("sizeBytes", image.instance().sizeBytes())
                .add("callingAeTitle", image.instance().callingAeTitle())
                .add("receivedAt", image.instance().receivedAt().toString())
                .add("state", job.map(j -> j.state().name()).orElse("WAITING"));
        job.ifPresent(j -> json.add("job", job(j)));
        image.finding().ifPresent(finding -> json.add("finding", finding(finding)));
        image.noOpinion().ifPresent(missing -> json.add("noOpinion", noOpinion(missing)));
        image.review().ifPresent(review -> json.add("review", review(review)));
        json.add("readings", array(image.readings(), JsonViews::review));
        json.add("revealed", !image.hidden());
        return json.build();
    }

    static JsonObject claim(Claim claim) {
        return JsonBuilders.object()
                .add("reader", claim.reader())
                .add("until", claim.until().toString())
                .build();
    }

    static JsonObject summary(CaseSummary summary) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("studyInstanceUid", summary.studyInstanceUid())
                .add("state", summary.state().name())
                .add("urgent", summary.urgent())
                .add("band", summary.band().name())
                .add("waitingSince", summary.waitingSince().toString())
                .add("round", summary.round())
                .add("readingsWanted", summary.readingsWanted())
                .add("callingAeTitle", summary.callingAeTitle())
                .add("openFindings", summary.openFindings())
                .add("decidedFindings", summary.decidedFindings())
                .add("withoutOpinion", summary.withoutOpinion());
        summary.patient().id().ifPresent(id -> json.add("patientId", id));
        summary.patient().issuerOfId().ifPresent(issuer -> json.add("issuerOfPatientId", issuer));
        summary.patient().name().ifPresent(name -> json.add("patientName", name));
        summary.institutionName().ifPresent(name -> json.add("institutionName", name));
        summary.accessionNumber().ifPresent(number -> json.add("accessionNumber", number));
        summary.studyDate().ifPresent(day -> json.add("studyDate", day.toString()));
        summary.claim().ifPresent(claim -> json.add("claim", claim(claim)));
        return json.build();
    }

    static JsonObject row(ReportRow row) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("id", row.findingId())
                .add("sopInstanceUid", row.sopInstanceUid())
                .add("studyInstanceUid", row.studyInstanceUid())
                .add("accessionNumber", row.accessionNumber())
                .add("modality", row.modality())
                .add("imageLaterality", row.imageLaterality())
                .add("viewCode", row.viewCode())
                .add("network", row.network())
                .add("networkStatus", row.networkStatus())
                .add("provider", row.provider())
                .add("malignancy", row.malignancy())
                .add("implant", row.implant())
                .add("band", row.band())
                .add("aiPositive", row.aiPositive())
                .add("implantContradiction", row.implantContradiction())
                .add("recordedAt", row.recordedAt().toString())
                .add("verdict", row.verdict().name());
        Optional.ofNullable(row.reviewedAt())
                .ifPresent(time -> json.add("reviewedAt", time.toString())
                        .add("revision", row.revision())
                        .add("reason", row.reason())
                        .add("comment", row.comment())
                        .add("reader", row.reader()));
        return json.build();
    }

    static JsonObject counts(ReportCounts counts) {
        return JsonBuilders.object()
                .add("total", counts.total())
                .add(
                        "aiPositive",
                        verdicts(
                                counts.positiveConfirmed(),
                                counts.positiveRejected(),
                                counts.positiveUncertain(),
                                counts.positiveOpen()))
                .add(
                        "aiNegative",
                        verdicts(
                                counts.negativeConfirmed(),
                                counts.negativeRejected(),
                                counts.negativeUncertain(),
                                counts.negativeOpen()))
                .build();
    }

    private static JsonObject verdicts(long confirmed, long rejected, long uncertain, long open) {
        return JsonBuilders.object()
                .add("confirmed", confirmed)
                .add("rejected", rejected)
                .add("uncertain", uncertain)
                .add("open", open)
                .build();
    }

    static JsonObject modality(KnownModality modality) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("aeTitle", modality.aeTitle())
                .add("description", modality.description())
                .add("enteredBy", modality.enteredBy())
                .add("enteredAt", modality.enteredAt().toString());
        modality.address().ifPresent(at -> json.add("host", at.host()).add("port", at.port()));
        return json.build();
    }

    static JsonObject commitment(CommitmentView commitment) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("callingAeTitle", commitment.callingAeTitle())
                .add("transactionUid", commitment.transactionUid())
                .add("state", commitment.state().name())
                .add("instances", commitment.instances())
                .add("attempts", commitment.attempts())
                .add("requestedAt", commitment.requestedAt().toString());
        commitment.committed().ifPresent(count -> json.add("committed", count));
        commitment.failed().ifPresent(count -> json.add("failed", count));
        commitment.nextAttemptAt().ifPresent(at -> json.add("nextAttemptAt", at.toString()));
        commitment.problem().ifPresent(problem -> json.add("problem", problem));
        return json.build();
    }

    static JsonObject conflict(Conflict conflict) {
        return JsonBuilders.object()
                .add("sopInstanceUid", conflict.sopInstanceUid())
                .add("validSha256", conflict.validSha256())
                .add("otherSha256", conflict.otherSha256())
                .add("otherSizeBytes", conflict.otherSizeBytes())
                .add("callingAeTitle", conflict.callingAeTitle())
                .add("receivedAt", conflict.receivedAt().toString())
                .build();
    }
}
