package org.mammoflow.review;

import java.time.Instant;

/**
 * Where a case stands in the order of the worklist. Kept from when the case was opened: once its findings are decided it
 * stands elsewhere, and "next" means next from where the reader came.
 */
public record Place(String studyInstanceUid, boolean urgent, Instant turnAt, Instant waitingSince) {

    /** The place of a case that is not in the list: whatever is in it comes after. */
    static Place beforeAll(String studyInstanceUid) {
        return new Place(studyInstanceUid, true, Instant.EPOCH, Instant.EPOCH);
    }
}
