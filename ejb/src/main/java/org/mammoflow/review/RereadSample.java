package org.mammoflow.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A sample of agreed negatives that was drawn.
 *
 * @param population how many there were to draw from
 * @param populationDigest SHA-256 over their Study Instance UIDs in order, one a line
 */
public record RereadSample(
        long id,
        long seed,
        int wanted,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        List<String> recallCategories,
        int population,
        String populationDigest,
        int drawn,
        String drawnBy,
        Instant drawnAt) {}
