package org.mammoflow.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One case of a reading session, and whether its reader put it off. */
@Entity
@Table(name = "reading_session_case")
class SessionCase {

    /** The names are stored: never rename one. */
    enum PutOff {
        NO,
        /** Comes again when the others are through. */
        SKIPPED,
        /** Leaves the session, for a reason; it stays on the worklist. */
        DEFERRED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reading_session_case_seq")
    @SequenceGenerator(name = "reading_session_case_seq", sequenceName = "reading_session_case_seq")
    private Long id;

    private long sessionId;
    private int place;
    private String studyInstanceUid;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PutOff putOff = PutOff.NO;

    private String reason = "";

    protected SessionCase() {}

    /** @param place from 1 on */
    SessionCase(ReadingSession session, int place, String studyInstanceUid) {
        this.sessionId = session.id();
        this.place = place;
        this.studyInstanceUid = studyInstanceUid;
    }

    int place() {
        return place;
    }

    String studyInstanceUid() {
        return studyInstanceUid;
    }

    PutOff putOff() {
        return putOff;
    }

    String reason() {
        return reason;
    }

    void skip() {
        putOff = PutOff.SKIPPED;
        reason = "";
    }

    void defer(String why) {
        putOff = PutOff.DEFERRED;
        reason = why;
    }
}
