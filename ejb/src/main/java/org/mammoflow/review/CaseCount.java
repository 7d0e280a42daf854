package org.mammoflow.review;

/**
 * What is left to do in a case.
 *
 * @param open findings without a review
 * @param decided findings with one
 * @param withoutOpinion images that the network gave no opinion on
 * @param highestOpenBand rank of the highest band among the open findings, 0 when there is none
 */
record CaseCount(int open, int decided, int withoutOpinion, int highestOpenBand) {}
