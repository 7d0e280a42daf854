package org.mammoflow.classifier;

import java.util.List;
import org.mammoflow.classifier.engine.Scores;
import org.mammoflow.classifier.engine.Session;

/** Turns one tensor into scores, alone or together with others. Safe for any number of threads. */
interface Scorer {

    Scores score(float[] tensor);

    /**
     * One after the other on the CPU, where a batch takes as long as its images alone and each would wait for the last;
     * together on a GPU. A session may change over between two runs.
     *
     * @param size height and width of a tensor
     */
    static Scorer of(Session session, int size, NetworkCard.Serving serving) {
        Scorer alone = tensor -> session.run(List.of(tensor), size).get(0);
        Scorer together =
                new Batcher(tensors -> session.run(tensors, size), serving.batchSizeOnGpu(), serving.patience());
        return tensor -> (session.provider().startsWith("CPU") ? alone : together).score(tensor);
    }
}
