package org.mammoflow.review;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "review_reason")
class ReviewReason {

    @Id
    private String reason;

    private int place;

    protected ReviewReason() {}

    ReviewReason(String reason, int place) {
        this.reason = reason;
        this.place = place;
    }

    String reason() {
        return reason;
    }
}
