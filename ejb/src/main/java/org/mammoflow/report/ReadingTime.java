package org.mammoflow.report;

import java.time.Duration;

/**
 * How long a reader took for a case, from the claim to the last first decision.
 *
 * @param cases whose claim and decisions are known
 * @param median of them
 * @param ninetieth nine of ten took no longer
 */
public record ReadingTime(String reader, long cases, Duration median, Duration ninetieth) {}
