package org.mammoflow.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The one row of the site's policy. */
@Entity
@Table(name = "reading_policy")
class PolicyRow {

    static final int ID = 1;

    @Id
    private int id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ReadingMode readingMode;

    private short readings;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Arbitration arbitration;

    private int finalAfterSeconds;

    @Version
    private int version;

    protected PolicyRow() {}

    ReadingPolicy policy() {
        return new ReadingPolicy(readingMode, readings, arbitration, Duration.ofSeconds(finalAfterSeconds));
    }

    void change(ReadingPolicy policy) {
        readingMode = policy.mode();
        readings = (short) policy.readings();
        arbitration = policy.arbitration();
        finalAfterSeconds = (int) policy.finalAfter().toSeconds();
    }
}
