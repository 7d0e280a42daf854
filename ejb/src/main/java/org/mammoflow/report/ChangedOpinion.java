package org.mammoflow.report;

/**
 * How often a reader who assessed a study before seeing the network's opinion thought otherwise afterwards.
 *
 * @param changed signed readings whose last assessment is another than the one before the network was shown, among all such
 *     readings
 */
public record ChangedOpinion(String reader, Proportion changed) {}
