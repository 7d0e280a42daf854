package org.mammoflow.outcome;

import java.time.Instant;

/**
 * A file of outcomes that was taken in.
 *
 * @param sha256 over its bytes
 * @param stated outcomes in it
 * @param added about studies whose outcome was unknown
 * @param changed that say something else than was known
 */
public record ImportedFile(
        long id, String sha256, int stated, int added, int changed, String importedBy, Instant importedAt) {

    /** What was known already. */
    public int known() {
        return stated - added - changed;
    }
}
