package org.mammoflow.review;

import org.mammoflow.platform.Seen;

/**
 * One word of the site's vocabulary for a whole study.
 *
 * @param words the site's own words; empty where the language bundles have them
 */
public record AssessmentCategory(String code, String words) {

    /** What an administrator sees with this. */
    public Seen seen() {
        return Seen.of(code, words);
    }
}
