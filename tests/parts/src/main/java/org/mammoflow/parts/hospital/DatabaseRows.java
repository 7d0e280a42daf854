package org.mammoflow.parts.hospital;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.mammoflow.parts.server.MammoflowServer;

/** The database of a stopped server, read past the application. */
public final class DatabaseRows {

    private DatabaseRows() {}

    public static long count(MammoflowServer server, String sql) throws SQLException {
        return Long.parseLong(rows(server, sql).get(0).get(0));
    }

    /** Every row as texts, null as the empty text. */
    public static List<List<String>> rows(MammoflowServer server, String sql) throws SQLException {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i) == null ? "" : result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    public static void change(MammoflowServer server, String... statements) throws SQLException {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
