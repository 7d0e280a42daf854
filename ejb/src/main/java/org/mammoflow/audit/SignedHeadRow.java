package org.mammoflow.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.mammoflow.chain.SignedHead;

@Entity
@Immutable
@Table(name = "signed_head")
class SignedHeadRow {

    @Id
    private long seq;

    private String hash;
    private Instant signedAt;
    private String occasion;
    private String fingerprint;
    private String signature;

    protected SignedHeadRow() {}

    SignedHeadRow(SignedHead head) {
        this.seq = head.seq();
        this.hash = head.hash();
        this.signedAt = head.signedAt();
        this.occasion = head.occasion();
        this.fingerprint = head.fingerprint();
        this.signature = head.signature();
    }

    SignedHead head() {
        return new SignedHead(seq, hash, signedAt, occasion, fingerprint, signature);
    }
}
