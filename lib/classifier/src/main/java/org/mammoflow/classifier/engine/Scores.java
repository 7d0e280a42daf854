package org.mammoflow.classifier.engine;

/**
 * What a network computes from one tensor.
 *
 * @param logits one per class
 * @param maps class activation: classes × mapRows × mapColumns values, class by class; the mean of a map and the class's
 *     bias are its logit
 */
public record Scores(float[] logits, float[] maps, int mapRows, int mapColumns) {}
