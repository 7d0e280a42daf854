package org.mammoflow.finding;

import jakarta.persistence.EntityManager;

/** The real findings, outside the container. */
public final class TestFindings {

    private TestFindings() {}

    public static Findings of(EntityManager entityManager) {
        Findings findings = new Findings();
        findings.entityManager = entityManager;
        return findings;
    }
}
