package org.mammoflow.report;

import java.sql.SQLException;
import org.mammoflow.platform.Rows;
import org.mammoflow.platform.TestDatabase;

/** Findings 1 to 6, each of a study of its own: three suspicious and three not, of either a confirmed, a rejected and an open one. */
final class SixFindings {

    private SixFindings() {}

    static TestDatabase.Opened in(TestDatabase kind) throws SQLException {
        TestDatabase.Opened database = kind.open();
        for (int i = 1; i <= 6; i++) {
            Rows.instance(database, i, "1.2.3." + i, "1.2." + i, "2026-11-01");
            Rows.finding(database, i, i, i <= 3 ? 0.8 : 0.1);
        }
        Rows.review(database, 1, 1, "CONFIRMED");
        Rows.review(database, 2, 1, "REJECTED");
        Rows.review(database, 4, 1, "CONFIRMED");
        Rows.review(database, 5, 1, "REJECTED");
        return database;
    }
}
