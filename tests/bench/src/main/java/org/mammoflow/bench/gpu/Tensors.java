package org.mammoflow.bench.gpu;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Noise as a normalised image has it; the same in every run.
 *
 * @param size height and width
 */
record Tensors(int size) {

    List<float[]> batch(int count) {
        Random random = new Random(count);
        return Stream.generate(() -> noise(random)).limit(count).toList();
    }

    private float[] noise(Random random) {
        float[] tensor = new float[size * size];
        for (int i = 0; i < tensor.length; i++) {
            tensor[i] = (float) random.nextGaussian();
        }
        return tensor;
    }
}
