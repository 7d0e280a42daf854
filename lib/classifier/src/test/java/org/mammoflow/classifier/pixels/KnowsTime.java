package org.mammoflow.classifier.pixels;

import java.time.Instant;

/** What the pipeline must not do: an offender for the architecture test. */
public class KnowsTime {
    Instant now() {
        return Instant.now();
    }
}
