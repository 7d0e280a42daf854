package org.mammoflow.finding;

import java.util.List;

/**
 * A page of disagreements.
 *
 * @param total of all pages; 0 past the last page
 */
public record DisagreementPage(List<Disagreement> rows, long total) {}
