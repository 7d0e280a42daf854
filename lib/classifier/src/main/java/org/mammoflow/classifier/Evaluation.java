package org.mammoflow.classifier;

import java.time.Duration;
import org.mammoflow.classifier.engine.Scores;
import org.mammoflow.classifier.pixels.InputTensor;
import org.mammoflow.classifier.pixels.Placement;

/**
 * What a network computes from an image, before its card says whether that may be told.
 *
 * @param placement where on the image the tensor lies
 * @param preprocessing time from stored samples to input tensor
 * @param inference time in the network
 */
record Evaluation(InputTensor tensor, Placement placement, Scores scores, Duration preprocessing, Duration inference) {}
