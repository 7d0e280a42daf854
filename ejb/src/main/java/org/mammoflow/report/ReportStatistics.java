package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.mammoflow.access.Role;

/** The auditor's front door to the numbers behind the rows. */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class ReportStatistics {

    @PersistenceContext
    EntityManager entityManager;

    public Statistics of(ReportFilter filter) {
        StatisticsQuery query = new StatisticsQuery(entityManager, filter);
        return Circumstances.of(filter, query)
                .statistics(query.tallies(), new TruthQuery(entityManager, filter).truth());
    }
}
