package org.mammoflow.review;

/**
 * One word of the site's vocabulary for a whole study.
 *
 * @param words the site's own words; empty where the language bundles have them
 */
public record AssessmentCategory(String code, String words) {}
