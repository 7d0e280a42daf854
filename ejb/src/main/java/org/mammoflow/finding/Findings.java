package org.mammoflow.finding;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;

/** Records statements and finds them again; for the rooms, not for callers from outside. */
@Stateless
public class Findings {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    AuditTrail trail;

    @Inject
    Event<OpinionFormed> opinions;

    @Inject
    Clock clock;

    /** Records a finding, once per image and network: told again, the first one is returned and nothing happens. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public FindingView record(NewFinding statement) {
        return existing(statement).orElseGet(() -> insert(statement));
    }

    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void recordNone(long instanceId, NoOpinionView.Kind kind, String phase, String reason) {
        NoOpinionView statement = new NoOpinionView(instanceId, kind, phase, cut(reason), clock.instant());
        entityManager.persist(new NoOpinion(statement));
        opinions.fire(new OpinionFormed.None(instanceId, statement));
        trail.record(new AuditEvent(
                Caller.system(),
                AuditAction.NO_OPINION_RECORDED,
                "instance",
                Long.toString(instanceId),
                "kind=%s phase=%s reason=%s".formatted(kind, phase, cut(reason))));
    }

    public Optional<FindingView> byId(long findingId) {
        return Optional.ofNullable(entityManager.find(Finding.class, findingId)).map(Finding::view);
    }

    public Optional<Saliency> heatMap(long findingId) {
        return Optional.ofNullable(entityManager.find(Finding.class, findingId)).map(Finding::saliency);
    }

    /** The newest finding of each of these images. */
    public List<FindingView> ofInstances(List<Long> instanceIds) {
        return entityManager
                .createQuery(
                        "select f from Finding f where f.instanceId in :ids and f.id = (select max(g.id) from Finding g"
                                + " where g.instanceId = f.instanceId)",
                        Finding.class)
                .setParameter("ids", instanceIds)
                .getResultStream()
                .map(Finding::view)
                .toList();
    }

    /** The newest "no opinion" of each of these images; it counts only where there is no finding. */
    public List<NoOpinionView> missingOf(List<Long> instanceIds) {
        return entityManager
                .createQuery(
                        "select n from NoOpinion n where n.instanceId in :ids and n.id = (select max(m.id) from"
                                + " NoOpinion m where m.instanceId = n.instanceId)",
                        NoOpinion.class)
                .setParameter("ids", instanceIds)
                .getResultStream()
                .map(NoOpinion::view)
                .toList();
    }

    private Optional<FindingView> existing(NewFinding statement) {
        return entityManager
                .createQuery(
                        "select f from Finding f where f.instanceId = :instance and f.networkDigest = :network",
                        Finding.class)
                .setParameter("instance", statement.instanceId())
                .setParameter("network", statement.network().digest())
                .getResultStream()
                .map(Finding::view)
                .findFirst();
    }

    private FindingView insert(NewFinding statement) {
        Finding finding = new Finding(statement, clock.instant());
        entityManager.persist(finding);
        FindingView view = finding.view();
        opinions.fire(new OpinionFormed.Found(statement.instanceId(), view));
        trail.record(new AuditEvent(
                        Caller.system(),
                        AuditAction.FINDING_RECORDED,
                        "finding",
                        Long.toString(view.id()),
                        detail(statement))
                .changing("", view.digest()));
        return view;
    }

    private static String detail(NewFinding statement) {
        return "instance=%d network=%s/%s digest=%s tensor=%s provider=%s"
                .formatted(
                        statement.instanceId(),
                        statement.network().name(),
                        statement.network().version(),
                        statement.network().digest(),
                        statement.evidence().tensorDigest(),
                        statement.evidence().provider());
    }

    private static String cut(String reason) {
        return reason.length() <= 500 ? reason : reason.substring(0, 500);
    }
}
