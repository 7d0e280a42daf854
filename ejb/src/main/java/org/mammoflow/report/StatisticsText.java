package org.mammoflow.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Statistics as lines of a printed report, in English as its columns are. */
final class StatisticsText {

    private final List<String> lines = new ArrayList<>();

    private StatisticsText() {}

    static List<String> of(Statistics statistics) {
        StatisticsText text = new StatisticsText();
        text.agreement("all", statistics.overall());
        for (Dimension dimension : Dimension.values()) {
            statistics
                    .by(dimension)
                    .forEach(line -> text.agreement(
                            dimension.name().toLowerCase(Locale.ROOT) + " "
                                    + (line.name().isEmpty() ? "(not said)" : line.name()),
                            line.agreement()));
        }
        text.truth(statistics.truth());
        statistics.rereads().forEach(text::reread);
        text.silence(statistics.silence());
        statistics.readingTimes().forEach(text::time);
        text.opinions(statistics);
        return text.lines;
    }

    private void agreement(String name, Agreement agreement) {
        ReportCounts c = agreement.counts();
        lines.add(name + ": AI positive "
                + verdicts(c.positiveConfirmed(), c.positiveRejected(), c.positiveUncertain(), c.positiveOpen())
                + "; AI negative "
                + verdicts(c.negativeConfirmed(), c.negativeRejected(), c.negativeUncertain(), c.negativeOpen()));
        lines.add("    like sensitivity " + share(agreement.likeSensitivity())
                + "; like specificity " + share(agreement.likeSpecificity())
                + "; like PPV " + share(agreement.likePpv())
                + "; agreement " + share(agreement.overall()));
    }

    private void truth(Truth truth) {
        if (!truth.isKnown()) {
            lines.add("outcomes: none known");
            return;
        }
        truth("all networks", truth.overall());
        truth.networks().forEach(line -> truth(line.network(), line));
    }

    private void truth(String name, TruthLine line) {
        lines.add("outcomes, %s: true sensitivity %s; true specificity %s"
                .formatted(
                        name,
                        share(line.networkItself().sensitivity()),
                        share(line.networkItself().specificity())));
        lines.add("    its readers: true sensitivity %s; true specificity %s; nothing said about %d"
                .formatted(
                        share(line.readers().sensitivity()),
                        share(line.readers().specificity()),
                        line.readers().silent()));
    }

    private void reread(RereadResult sample) {
        lines.add(
                "re-read sample %d (seed %d, %d drawn of %d agreed negatives): read %d, recalled %s; cancers %d, of them recalled %d"
                        .formatted(
                                sample.sampleId(),
                                sample.seed(),
                                sample.drawn(),
                                sample.population(),
                                sample.read(),
                                share(sample.recalledShare()),
                                sample.cancers(),
                                sample.cancersRecalled()));
    }

    private void silence(Silence silence) {
        lines.add("images received: %d; with finding %d; no opinion %s; failed %s; pending %d"
                .formatted(
                        silence.received(),
                        silence.withFinding(),
                        share(silence.noOpinion()),
                        share(silence.failure()),
                        silence.pending()));
    }

    private void time(ReadingTime time) {
        lines.add("time to read, %s: %d cases, median %s, nine of ten within %s"
                .formatted(time.reader(), time.cases(), minutes(time.median()), minutes(time.ninetieth())));
    }

    private void opinions(Statistics statistics) {
        if (statistics.opinions().isEmpty()) {
            lines.add("opinions before the network: none");
            return;
        }
        lines.add("opinions changed once the network was shown: " + share(statistics.changedOpinions()));
        statistics.opinions().forEach(one -> lines.add("    " + one.reader() + " " + share(one.changed())));
    }

    private static String verdicts(long confirmed, long rejected, long uncertain, long open) {
        return "%d confirmed, %d rejected, %d uncertain, %d open".formatted(confirmed, rejected, uncertain, open);
    }

    static String share(Proportion proportion) {
        return proportion.known()
                ? String.format(
                        Locale.ROOT,
                        "%.1f%% (%.1f-%.1f%%, %d of %d)",
                        proportion.share() * 100,
                        proportion.low() * 100,
                        proportion.high() * 100,
                        proportion.of(),
                        proportion.among())
                : "unknown (0 of 0)";
    }

    private static String minutes(Duration time) {
        return "%d:%02d min".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
