package org.mammoflow.review;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a reader sat down to read some cases one after the other. */
@Entity
@Table(name = "reading_session")
class ReadingSession {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reading_session_seq")
    @SequenceGenerator(name = "reading_session_seq", sequenceName = "reading_session_seq")
    private Long id;

    private String reader;
    private Instant startedAt;
    private Instant endedAt;

    protected ReadingSession() {}

    ReadingSession(String reader, Instant startedAt) {
        this.reader = reader;
        this.startedAt = startedAt;
    }

    long id() {
        return id;
    }

    Instant startedAt() {
        return startedAt;
    }

    void end(Instant now) {
        endedAt = now;
    }
}
