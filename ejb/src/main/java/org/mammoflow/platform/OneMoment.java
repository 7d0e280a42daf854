package org.mammoflow.platform;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.Constants;
import org.hibernate.Session;

/**
 * Lets all questions of one transaction be answered from one state of the database, whatever is committed meanwhile. For
 * transactions that only read: one that also writes what others write would be refused by the database.
 */
public final class OneMoment {

    private OneMoment() {}

    /**
     * Holds the state that the next question finds, until the transaction ends; the pool gives the connection its usual
     * isolation back.
     *
     * @param entityManager in a transaction that has asked nothing yet
     */
    public static void hold(EntityManager entityManager) {
        entityManager.unwrap(Session.class).doWork(connection -> connection.setTransactionIsolation(level(connection)));
    }

    // PostgreSQL's REPEATABLE READ is a snapshot of everything; H2's is one of the tables of each statement.
    private static int level(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2")
                ? Constants.TRANSACTION_SNAPSHOT
                : Connection.TRANSACTION_REPEATABLE_READ;
    }
}
