package org.mammoflow.review;

import java.time.Instant;

/**
 * Where a case stands in the order of the worklist. Kept from when the case was opened: once its findings are decided it
 * stands elsewhere, and "next" means next from where the reader came.
 */
public record Place(String studyInstanceUid, boolean urgent, Instant turnAt, Instant waitingSince) {}
