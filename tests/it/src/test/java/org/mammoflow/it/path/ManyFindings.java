package org.mammoflow.it.path;

import java.sql.SQLException;
import org.mammoflow.parts.hospital.DatabaseRows;
import org.mammoflow.parts.server.MammoflowServer;

/** Findings written past the application into the database of a stopped server, so that what reads them all takes a while. */
final class ManyFindings {

    private ManyFindings() {}

    static void fill(MammoflowServer server, int findings) throws SQLException {
        String range = " from system_range(1000001, " + (1_000_000 + findings) + ")";
        String digest = "'" + "a".repeat(64) + "'";
        DatabaseRows.change(
                server,
                // Its class is the application's, which is not on this module's class path.
                "drop trigger finding_append_only",
                "insert into stored_instance (id, sop_instance_uid, sop_class_uid, study_instance_uid,"
                        + " series_instance_uid, transfer_syntax_uid, sha256, size_bytes, calling_ae_title, received_at)"
                        + " select \"X\", '1.2.826.0.1.3680043.10.9999.1.' || \"X\", '1.2', '1.2.826.9.' || (\"X\" / 4),"
                        + " '1.2.3', '1.2.840.10008.1.2.1', " + digest + ", 10, 'MANY', current_timestamp" + range,
                "insert into finding select \"X\", \"X\", 'resnet18', '1.0.0', " + digest
                        + ", 'trained', 0, 0, 0.9, 0.1, 0.1, 0, 'LOW', 0.5, false, false, 1, 1, cast('x' as bytea),"
                        + " 'CPUExecutionProvider', " + digest + ", " + digest + ", 1, 2, 3, current_timestamp"
                        + range);
    }
}
