package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.mammoflow.access.Role;

/** The auditor's front door to what came of samples that were read anew. */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class RereadReport {

    @PersistenceContext
    EntityManager entityManager;

    /** Every sample, the latest first. */
    public List<RereadResult> results() {
        return new RereadQuery(entityManager).results();
    }

    /** The cases of a sample in the order of the draw; empty when there is no such sample. */
    public List<RereadCase> cases(long sampleId) {
        return new RereadQuery(entityManager).cases(sampleId);
    }
}
