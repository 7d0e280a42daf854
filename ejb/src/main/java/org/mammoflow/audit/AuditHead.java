package org.mammoflow.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.mammoflow.chain.AuditEntry;

/** The end of the chain, one row. Whoever appends locks it until commit: so the chain has one order. */
@Entity
@Table(name = "audit_head")
class AuditHead {

    @Id
    private int id;

    private long seq;
    private String hash;

    protected AuditHead() {}

    long nextSeq() {
        return seq + 1;
    }

    String hash() {
        return hash;
    }

    long seq() {
        return seq;
    }

    void advanceTo(AuditEntry last) {
        this.seq = last.seq();
        this.hash = last.hash();
    }
}
