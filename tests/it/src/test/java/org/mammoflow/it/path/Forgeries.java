package org.mammoflow.it.path;

import java.util.List;

/** What a forger with the database's password does to the trail. */
final class Forgeries {

    /** The first row that a forgery touches. */
    static final long ROW = 4;

    /** One deed; each gives itself away at {@link #ROW}. */
    record Forgery(String deed, List<String> statements) {
        private Forgery(String deed, String... statements) {
            this(deed, List.of(statements));
        }
    }

    static final Forgery ALTERED = new Forgery("altered", "update audit_row set actor = 'nobody' where seq = 4");

    static final List<Forgery> ALL = List.of(
            ALTERED,
            new Forgery("removed", "delete from audit_row where seq = 4"),
            new Forgery(
                    "inserted",
                    "update audit_row set seq = seq + 1000 where seq >= 4",
                    "update audit_row set seq = seq - 999 where seq >= 1004",
                    "insert into audit_row select 4, recorded_at, 'nobody', actor_role, action, object_type, object_id,"
                            + " detail, source, request_id, previous_hash, hash, '', '' from audit_row where seq = 3",
                    "update audit_head set seq = seq + 1"),
            new Forgery(
                    "reordered",
                    "update audit_row set seq = -1 where seq = 4",
                    "update audit_row set seq = 4 where seq = 5",
                    "update audit_row set seq = 5 where seq = -1"));

    /** The end swapped for another. */
    static final Forgery HEAD_SWAPPED =
            new Forgery("head swapped", "update audit_head set hash = '" + "f".repeat(64) + "'");

    /** The end cut off so that nothing in the chain is wrong. */
    static final Forgery END_CUT = new Forgery(
            "end cut",
            "delete from audit_row where seq >= 6",
            "update audit_head set seq = 5, hash = (select hash from audit_row where seq = 5)");

    private Forgeries() {}
}
