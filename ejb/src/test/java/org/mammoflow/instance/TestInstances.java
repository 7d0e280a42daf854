package org.mammoflow.instance;

import jakarta.persistence.EntityManager;

/** The real images, outside the container. */
public final class TestInstances {

    private TestInstances() {}

    public static Instances of(EntityManager entityManager) {
        Instances instances = new Instances();
        instances.entityManager = entityManager;
        return instances;
    }
}
