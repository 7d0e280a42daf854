package org.mammoflow.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.mammoflow.chain.SignedHead;

/** Signs the chain's end, in the transaction of what it is signed for. */
@Stateless
public class HeadSigning {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    InstallationKey key;

    @Inject
    Clock clock;

    /** Signs the end as it is after this transaction's rows; an end that is signed already keeps its signature. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public SignedHead sign(Occasion occasion) {
        AuditHead head = entityManager.find(AuditHead.class, 1, LockModeType.PESSIMISTIC_WRITE);
        SignedHeadRow standing = entityManager.find(SignedHeadRow.class, head.seq());
        return standing == null ? sign(head, occasion) : standing.head();
    }

    /** Signs the end unless one was signed today (UTC) or nothing happened since the last. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void signToday() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<SignedHead> last = last();
        boolean done = last.isPresent()
                && LocalDate.ofInstant(last.get().signedAt(), ZoneOffset.UTC).equals(today);
        long end = HeadPosition.now(entityManager).seq();
        if (!done && end > last.map(SignedHead::seq).orElse(0L)) {
            sign(Occasion.DAY);
        }
    }

    /** Why a head is signed. The names are stored: never rename one. */
    public enum Occasion {
        DAY,
        EXPORT
    }

    private SignedHead sign(AuditHead head, Occasion occasion) {
        SignedHead signed = key.signing().sign(head.seq(), head.hash(), clock.instant(), occasion.name());
        entityManager.persist(new SignedHeadRow(signed));
        return signed;
    }

    private Optional<SignedHead> last() {
        return entityManager
                .createQuery("select h from SignedHeadRow h order by h.seq desc", SignedHeadRow.class)
                .setMaxResults(1)
                .getResultStream()
                .map(SignedHeadRow::head)
                .findFirst();
    }
}
