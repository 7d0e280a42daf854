package org.mammoflow.web.bites.page;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import org.mammoflow.classifier.NetworkCard;
import org.mammoflow.finding.Findings;

/** Breaks every rule of the web tier, to show that each bites. */
class BrokenPage {

    @Entity
    static class Row {}

    EntityManager entityManager;
    Row row;
    NetworkCard card;
    Path file;
    Findings findings;

    Object aroundTheDoor() {
        return findings.byId(1);
    }
}
