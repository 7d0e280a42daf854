package org.mammoflow.instance;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whom an image shows, as far as its header says. The identity is ID and issuer together: two hospitals may use one ID.
 *
 * @param name the Patient's Name with its groups as DICOM writes them ({@code ideographic=…}), any character set
 */
public record Patient(
        Optional<String> id, Optional<String> issuerOfId, Optional<String> name, Optional<LocalDate> birthDate) {

    /** Whether these cannot be one person: both name an ID, an issuer or a birth date, and not the same. Names may be respelled. */
    public boolean contradicts(Patient other) {
        return differ(id, other.id) || differ(issuerOfId, other.issuerOfId) || differ(birthDate, other.birthDate);
    }

    private static <T> boolean differ(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    /** Names no one: a record is printed by logs and exceptions sooner or later. */
    @Override
    public String toString() {
        return "Patient[not shown]";
    }
}
