package org.mammoflow.web.page;

import java.io.Serializable;
import java.util.Optional;

/** A patient ID or accession number that somebody looks for; empty texts mean any. */
record SearchedIdentity(String patientIdText, String issuerText, String accessionNumberText) implements Serializable {

    static final SearchedIdentity ANY = new SearchedIdentity("", "", "");

    Optional<String> patientId() {
        return Optional.of(patientIdText).filter(text -> !text.isEmpty());
    }

    Optional<String> issuerOfPatientId() {
        return Optional.of(issuerText).filter(text -> !text.isEmpty());
    }

    Optional<String> accessionNumber() {
        return Optional.of(accessionNumberText).filter(text -> !text.isEmpty());
    }

    boolean any() {
        return equals(ANY);
    }

    /** Identifies no one: a record is printed by logs and exceptions sooner or later. */
    @Override
    public String toString() {
        return "SearchedIdentity[not shown]";
    }
}
