package org.mammoflow.architecture.bites.finding;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.mammoflow.architecture.bites.review.ReviewThatKnowsInference;

@Entity
public class FindingThatKnowsReview {

    @Id
    long id;

    ReviewThatKnowsInference review;
    Instant time = Instant.now();
}
