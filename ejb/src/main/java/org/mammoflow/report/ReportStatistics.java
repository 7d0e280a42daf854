package org.mammoflow.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.mammoflow.access.Role;
import org.mammoflow.platform.OneMoment;

/** The auditor's front door to the numbers behind the rows. */
@Stateless
@RolesAllowed(Role.AUDITOR)
public class ReportStatistics {

    @PersistenceContext
    EntityManager entityManager;

    /** From one state of the database, whatever is decided meanwhile. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Statistics of(ReportFilter filter) {
        OneMoment.hold(entityManager);
        StatisticsQuery query = new StatisticsQuery(entityManager, filter);
        return Circumstances.of(filter, query)
                .statistics(query.tallies(), new TruthQuery(entityManager, filter).truth());
    }
}
