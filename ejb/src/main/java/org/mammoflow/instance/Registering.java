package org.mammoflow.instance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mammoflow.access.Caller;
import org.mammoflow.audit.AuditAction;
import org.mammoflow.audit.AuditEvent;
import org.mammoflow.audit.AuditTrail;

/** Gives sealed objects their final place, their rows, audit rows and (by event) jobs, all in one transaction. */
@Stateless
public class Registering {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    ObjectStore store;

    @Inject
    AuditTrail trail;

    @Inject
    Event<InstanceStored> stored;

    @Inject
    Clock clock;

    /**
     * Registers objects that came at the same time: one commit, so one fsync of the database, for all of them.
     *
     * @return an outcome for each, in the same order; valid only when the transaction has committed
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<StoreOutcome> register(List<SealedObject> objects) {
        Map<String, StoredInstance> known = known(objects);
        List<StoreOutcome> outcomes = new ArrayList<>(objects.size());
        for (SealedObject object : objects) {
            outcomes.add(register(object, known));
        }
        return outcomes;
    }

    private StoreOutcome register(SealedObject object, Map<String, StoredInstance> known) {
        place(object);
        StoredInstance first = known.get(object.header().sopInstanceUid());
        return first == null ? firstTime(object, known) : again(first, object);
    }

    private StoreOutcome firstTime(SealedObject object, Map<String, StoredInstance> known) {
        StoredInstance instance = new StoredInstance(object, now());
        entityManager.persist(instance);
        known.put(instance.sopInstanceUid(), instance);
        stored.fire(new InstanceStored(instance.id()));
        trail.record(event(AuditAction.INSTANCE_STORED, object).changing("", object.sha256()));
        return new StoreOutcome.Stored(instance.id());
    }

    private StoreOutcome again(StoredInstance first, SealedObject object) {
        if (first.sha256().equals(object.sha256())) {
            return new StoreOutcome.AlreadyStored(first.id());
        }
        if (!isKnown(first, object.sha256())) {
            entityManager.persist(new ConflictingObject(first, object, now()));
            trail.record(event(AuditAction.INSTANCE_CONFLICT, object).changing(first.sha256(), object.sha256()));
        }
        return new StoreOutcome.Conflict(first.id());
    }

    // Before the rows, so that no committed row can ever point to a file that is not there. Known bytes too: whoever
    // sends again what was damaged here is told Success, and may throw the original away.
    private void place(SealedObject object) {
        try {
            store.place(object.part(), object.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException("storing " + object.header().sopInstanceUid() + ": file not placed", e);
        }
    }

    // One question for each: a list of values would be translated to SQL anew every time, and that costs the most.
    // What the group itself adds is added to them.
    private Map<String, StoredInstance> known(List<SealedObject> objects) {
        Map<String, StoredInstance> known = new HashMap<>();
        for (SealedObject object : objects) {
            entityManager
                    .createQuery("select i from StoredInstance i where i.sopInstanceUid = :uid", StoredInstance.class)
                    .setParameter("uid", object.header().sopInstanceUid())
                    .getResultStream()
                    .forEach(instance -> known.put(instance.sopInstanceUid(), instance));
        }
        return known;
    }

    private boolean isKnown(StoredInstance first, String sha256) {
        return entityManager
                        .createQuery(
                                "select count(c) from ConflictingObject c where c.instance = :first and c.sha256 = :sha256",
                                Long.class)
                        .setParameter("first", first)
                        .setParameter("sha256", sha256)
                        .getSingleResult()
                > 0;
    }

    private Instant now() {
        return clock.instant();
    }

    private static AuditEvent event(AuditAction action, SealedObject object) {
        ReceivedObject received = object.received();
        return new AuditEvent(
                Caller.modality(received.callingAeTitle(), received.address(), received.association()),
                action,
                "instance",
                received.sopInstanceUid(),
                "sha256=" + object.sha256() + " bytes=" + object.sizeBytes());
    }
}
