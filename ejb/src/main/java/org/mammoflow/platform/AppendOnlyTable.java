package org.mammoflow.platform;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** H2's side of the append-only tables (sql/h2); PostgreSQL has the same rule in PL/pgSQL. */
public final class AppendOnlyTable implements Trigger {

    private String table = "";

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
        this.table = tableName;
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException("table " + table + " is append-only: change refused", "42501");
    }
}
