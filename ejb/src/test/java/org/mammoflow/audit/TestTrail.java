package org.mammoflow.audit;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The real trail, outside the container. */
public final class TestTrail {

    private TestTrail() {}

    public static AuditTrail of(EntityManager entityManager) {
        AuditTrail trail = new AuditTrail();
        trail.entityManager = entityManager;
        trail.clock = Clock.systemUTC();
        return trail;
    }

    /** Whoever follows the trail, outside the container. */
    public static AuditFollowing following(EntityManager entityManager) {
        AuditFollowing following = new AuditFollowing();
        following.entityManager = entityManager;
        return following;
    }
}
