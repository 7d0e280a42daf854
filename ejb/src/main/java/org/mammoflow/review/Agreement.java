package org.mammoflow.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mammoflow.finding.FindingView;
import org.mammoflow.finding.Findings;
import org.mammoflow.instance.Instance;
import org.mammoflow.instance.Instances;

/** Compares the signed readings of a case with each other and, where the policy says so, with the network. */
@Stateless
public class Agreement {

    @Inject
    CaseKeeping cases;

    @Inject
    Entries entries;

    @Inject
    Instances instances;

    @Inject
    Findings findings;

    @Inject
    ReadingPolicies policies;

    /** Whether a third reader is needed. */
    public boolean isDisputed(ReadingCase readingCase) {
        boolean amongReaders = readingCase.readingsWanted() > 1
                && !reading(readingCase, 1).equals(reading(readingCase, readingCase.round()));
        boolean withNetwork = policies.current().arbitration() == Arbitration.READERS_AND_AI
                && reading(readingCase, readingCase.round()).contradictsNetwork();
        return amongReaders || withNetwork;
    }

    /** What one reading comes to, without whose words and when. */
    private record Reading(
            Map<Long, Verdict> verdicts, Optional<String> assessment, Set<Long> recalled, Set<String> missed) {

        boolean contradictsNetwork() {
            return !missed.isEmpty() || verdicts.containsValue(Verdict.REJECTED);
        }
    }

    private Reading reading(ReadingCase readingCase, int round) {
        String study = readingCase.studyInstanceUid();
        List<EntryView> standing = entries.standing(study, round);
        Map<Long, Verdict> verdicts = cases.standing(findingsOf(study), round).values().stream()
                .collect(Collectors.toMap(ReviewView::findingId, ReviewView::verdict));
        return new Reading(
                verdicts,
                entries.assessment(study, round).map(EntryView::code),
                standing.stream()
                        .filter(entry -> entry.stands(EntryKind.TECHNICAL_RECALL))
                        .map(entry -> entry.instanceId().orElseThrow())
                        .collect(Collectors.toSet()),
                MissedSides.of(standing.stream(), instances.ofStudy(study)));
    }

    /** The findings that a case's verdicts are about. */
    public List<Long> findingsOf(String studyInstanceUid) {
        List<Long> images =
                instances.ofStudy(studyInstanceUid).stream().map(Instance::id).toList();
        return findings.ofInstances(images).stream().map(FindingView::id).toList();
    }
}
