package org.mammoflow.finding;

/** Something was stated about an image; fired inside the transaction that stores the statement. */
public sealed interface OpinionFormed {

    long instanceId();

    record Found(long instanceId, FindingView finding) implements OpinionFormed {}

    record None(long instanceId, NoOpinionView statement) implements OpinionFormed {}
}
