package org.mammoflow.classifier.engine;

/**
 * What a network computes from one tensor.
 *
 * @param logits one per class
 * @param maps class activation: classes × mapRows × mapColumns values, class by class; the mean of a map and the class's
 *     bias are its logit
 * @param distance of the tensor's features from those of the training images; about 1 for an image like them;
 *     NaN from a network that knows no training images
 * @param provider ONNX Runtime's execution provider that computed them, for example {@code CPUExecutionProvider}: a session
 *     may change over between two runs
 */
public record Scores(float[] logits, float[] maps, int mapRows, int mapColumns, float distance, String provider) {}
