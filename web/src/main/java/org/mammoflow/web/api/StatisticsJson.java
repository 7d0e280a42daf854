package org.mammoflow.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.Locale;
import org.mammoflow.report.Accuracy;
import org.mammoflow.report.Agreement;
import org.mammoflow.report.Dimension;
import org.mammoflow.report.LedgerLine;
import org.mammoflow.report.Proportion;
import org.mammoflow.report.ReadingTime;
import org.mammoflow.report.RereadResult;
import org.mammoflow.report.ScoreDistribution;
import org.mammoflow.report.Silence;
import org.mammoflow.report.Statistics;
import org.mammoflow.report.Truth;
import org.mammoflow.report.TruthLine;

/** The wire format of a report's statistics, by hand like that of all resources. */
final class StatisticsJson {

    private StatisticsJson() {}

    static JsonObject of(Statistics statistics) {
        JsonObjectBuilder tables = JsonBuilders.object();
        for (Dimension dimension : Dimension.values()) {
            tables.add(
                    dimension.name().toLowerCase(Locale.ROOT),
                    JsonViews.array(
                            statistics.by(dimension),
                            line -> agreement(line.agreement())
                                    .add("name", line.name())
                                    .build()));
        }
        return JsonBuilders.object()
                .add("overall", agreement(statistics.overall()))
                .add("by", tables)
                .add("scores", JsonViews.array(statistics.scores(), StatisticsJson::scores))
                .add("outcomes", truth(statistics.truth()))
                .add("rereads", JsonViews.array(statistics.rereads(), StatisticsJson::reread))
                .add("images", silence(statistics.silence()))
                .add("readingTimes", JsonViews.array(statistics.readingTimes(), StatisticsJson::time))
                .add("changedOpinions", opinions(statistics))
                .build();
    }

    static JsonObject reread(RereadResult result) {
        return JsonBuilders.object()
                .add("sample", result.sampleId())
                .add("seed", result.seed())
                .add("population", result.population())
                .add("drawn", result.drawn())
                .add("drawnAt", result.drawnAt().toString())
                .add("recalled", proportion(result.recalledShare()))
                .add("cancers", result.cancers())
                .add("cancersRecalled", result.cancersRecalled())
                .build();
    }

    private static JsonObject opinions(Statistics statistics) {
        return JsonBuilders.object()
                .add("overall", proportion(statistics.changedOpinions()))
                .add(
                        "byReader",
                        JsonViews.array(
                                statistics.opinions(),
                                one -> JsonBuilders.object()
                                        .add("name", one.reader())
                                        .add("changed", proportion(one.changed()))
                                        .build()))
                .build();
    }

    private static JsonObject truth(Truth truth) {
        return JsonBuilders.object()
                .add("overall", truth(truth.overall()))
                .add(
                        "byNetwork",
                        JsonViews.array(
                                truth.networks(),
                                line -> truth(line).add("name", line.network()).build()))
                .build();
    }

    private static JsonObjectBuilder truth(TruthLine line) {
        return JsonBuilders.object()
                .add("network", accuracy(line.networkItself()))
                .add("readers", accuracy(line.readers()));
    }

    private static JsonObject accuracy(Accuracy accuracy) {
        return JsonBuilders.object()
                .add("sensitivity", proportion(accuracy.sensitivity()))
                .add("specificity", proportion(accuracy.specificity()))
                .add("nothingSaid", accuracy.silent())
                .build();
    }

    private static JsonObjectBuilder agreement(Agreement agreement) {
        return JsonBuilders.object()
                .add("counts", JsonViews.counts(agreement.counts()))
                .add("likeSensitivity", proportion(agreement.likeSensitivity()))
                .add("likeSpecificity", proportion(agreement.likeSpecificity()))
                .add("likePpv", proportion(agreement.likePpv()))
                .add("agreement", proportion(agreement.overall()));
    }

    // Unknown shares are absent: JSON has no NaN, and 0 would be a claim.
    private static JsonObject proportion(Proportion proportion) {
        JsonObjectBuilder json =
                JsonBuilders.object().add("of", proportion.of()).add("among", proportion.among());
        if (proportion.known()) {
            json.add("share", proportion.share()).add("low", proportion.low()).add("high", proportion.high());
        }
        return json.build();
    }

    private static JsonObject scores(ScoreDistribution device) {
        var bins = JsonBuilders.array();
        Arrays.stream(device.counts()).forEach(bins::add);
        return JsonBuilders.object()
                .add("device", device.device())
                .add("bins", bins)
                .build();
    }

    private static JsonObject silence(Silence silence) {
        return JsonBuilders.object()
                .add("received", silence.received())
                .add("withFinding", silence.withFinding())
                .add("unsuitable", silence.unsuitable())
                .add("failed", silence.failed())
                .add("pending", silence.pending())
                .add("noOpinion", proportion(silence.noOpinion()))
                .add("failure", proportion(silence.failure()))
                .build();
    }

    static JsonObject ledger(LedgerLine line) {
        return JsonBuilders.object()
                .add("modality", line.modality())
                .add("day", line.day().toString())
                .add("received", line.received())
                .add("lost", line.lost())
                .add("waiting", line.waiting())
                .add("unsuitable", line.unsuitable())
                .add("failed", line.failed())
                .add("conflicting", line.conflicting())
                .add("withFinding", line.withFinding())
                .add("unclaimed", line.unclaimed())
                .add("claimed", line.claimed())
                .add("decided", line.decided())
                .add("exported", line.exported())
                .add("claimants", line.claimants())
                .add("gaps", JsonViews.array(line.gaps(), StatisticsJson::gap))
                .build();
    }

    private static JsonObject gap(LedgerLine.Gap gap) {
        return JsonBuilders.object()
                .add("stop", gap.stop().name())
                .add("images", gap.images())
                .add("owner", gap.owner().name())
                .build();
    }

    private static JsonObject time(ReadingTime time) {
        return JsonBuilders.object()
                .add("reader", time.reader())
                .add("cases", time.cases())
                .add("medianSeconds", time.median().toSeconds())
                .add("ninetiethSeconds", time.ninetieth().toSeconds())
                .build();
    }
}
