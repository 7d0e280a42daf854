package org.mammoflow.review;

import java.util.List;

/** A page of the worklist and how many cases the filter lets through in all. */
public record WorklistPage(List<CaseSummary> cases, long total) {}
