package org.mammoflow.inference;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.access.Role;
import org.mammoflow.classifier.Network;
import org.mammoflow.finding.FindingView;
import org.mammoflow.finding.Findings;
import org.mammoflow.inference.ReplayView.ReplayOutcome;

/**
 * Proof of inference: the stored object is decoded and judged again by the same network, on the way that made the finding,
 * and what comes out is compared with what was recorded. The finding itself stays as it is.
 */
@Stateless
@RolesAllowed(Role.AUDITOR)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Replaying {

    @Inject
    Findings findings;

    @Inject
    ImageJudging judging;

    @Inject
    FormerNetworks networks;

    @Inject
    ReplayLedger ledger;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /** Replays a finding and records the result, or does nothing when there is no such finding. */
    public Optional<ReplayView> replay(long findingId) {
        Caller caller = callers.current();
        Optional<ReplayView> replay = findings.byId(findingId).map(finding -> replay(finding, caller));
        replay.ifPresent(found -> ledger.record(found, caller));
        return replay;
    }

    private ReplayView replay(FindingView finding, Caller caller) {
        try {
            return networks.with(finding.network(), network -> replay(finding, network, caller));
        } catch (NetworkNotThere e) {
            return impossible(finding, "", e.getMessage(), caller);
        }
    }

    private ReplayView replay(FindingView finding, Network network, Caller caller) {
        Outcome outcome = judging.judge(new ClaimedJob(0, finding.instanceId(), 0, "replay"), network);
        if (outcome instanceof Outcome.Classified classified) {
            Comparison comparison = Comparison.of(finding, classified.finding());
            return new ReplayView(
                    finding.id(),
                    comparison.outcome(),
                    comparison.samePixels(),
                    comparison.sameTensor(),
                    comparison.largestDifference(),
                    network.provider(),
                    "",
                    caller.name(),
                    clock.instant());
        }
        String reason = outcome instanceof Outcome.Unsuitable unsuitable
                ? unsuitable.phase() + ": " + unsuitable.reason()
                : ((Outcome.Failed) outcome).phase() + ": " + ((Outcome.Failed) outcome).reason();
        return impossible(finding, network.provider(), reason, caller);
    }

    private ReplayView impossible(FindingView finding, String provider, String reason, Caller caller) {
        return new ReplayView(
                finding.id(),
                ReplayOutcome.IMPOSSIBLE,
                false,
                false,
                0,
                provider,
                reason,
                caller.name(),
                clock.instant());
    }
}
