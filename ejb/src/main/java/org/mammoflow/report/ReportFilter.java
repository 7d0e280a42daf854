package org.mammoflow.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which findings a report covers; every part is optional, all that are given must hold.
 *
 * @param from first day of the site on which the finding was recorded
 * @param to last day, included
 * @param studyInstanceUid one study only
 * @param modality calling AE title
 * @param network name and version, {@code resnet18/1.0.0}
 */
public record ReportFilter(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> studyInstanceUid,
        Optional<String> modality,
        Optional<String> network,
        Optional<ReportVerdict> verdict) {

    /** In words, for the report itself and the audit trail; {@code all findings} when nothing is filtered. */
    public String words() {
        String words = Stream.of(
                        from.map(day -> "from=" + day),
                        to.map(day -> "to=" + day),
                        studyInstanceUid.map(uid -> "study=" + uid),
                        modality.map(title -> "modality=" + title),
                        network.map(name -> "network=" + name),
                        verdict.map(v -> "verdict=" + v))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "all findings" : words;
    }
}
