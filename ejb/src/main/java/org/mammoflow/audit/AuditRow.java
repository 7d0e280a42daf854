package org.mammoflow.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mammoflow.chain.AuditEntry;

@Entity
@Table(name = "audit_row")
class AuditRow {

    @Id
    private long seq;

    private Instant recordedAt;
    private String actor;
    private String actorRole;
    private String action;
    private String objectType;
    private String objectId;
    private String detail;
    private String source;
    private String requestId;
    private String beforeDigest;
    private String afterDigest;
    private String previousHash;
    private String hash;

    protected AuditRow() {}

    AuditRow(AuditEntry entry) {
        this.seq = entry.seq();
        this.recordedAt = entry.recordedAt();
        this.actor = entry.actor();
        this.actorRole = entry.actorRole();
        this.action = entry.action();
        this.objectType = entry.objectType();
        this.objectId = entry.objectId();
        this.detail = entry.detail();
        this.source = entry.source();
        this.requestId = entry.requestId();
        this.beforeDigest = entry.beforeDigest();
        this.afterDigest = entry.afterDigest();
        this.previousHash = entry.previousHash();
        this.hash = entry.hash();
    }

    AuditEntry entry() {
        return new AuditEntry(
                seq,
                recordedAt,
                actor,
                actorRole,
                action,
                objectType,
                objectId,
                detail,
                source,
                requestId,
                beforeDigest,
                afterDigest,
                previousHash,
                hash);
    }
}
