package org.mammoflow.review;

/**
 * What is left to do in a case.
 *
 * @param open findings without a review
 * @param decided findings with one
 * @param withoutOpinion images that the network gave no opinion on
 * @param highestBand rank of the highest band among the open findings, among all once none is open; 0 without findings
 */
record CaseCount(int open, int decided, int withoutOpinion, int highestBand) {}
