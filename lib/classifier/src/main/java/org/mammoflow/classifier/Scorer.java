package org.mammoflow.classifier;

import java.time.Duration;
import java.util.List;
import org.mammoflow.classifier.engine.Scores;
import org.mammoflow.classifier.engine.Session;

/** Turns one tensor into scores, alone or together with others. Safe for any number of threads. */
interface Scorer {

    Scores score(float[] tensor);

    /**
     * @param batchSize tensors in one run at most; 1 for each on its own
     * @param wait how long a tensor waits for others at most
     */
    static Scorer of(Session session, int size, int batchSize, Duration wait) {
        return batchSize == 1
                ? tensor -> session.run(List.of(tensor), size).get(0)
                : new Batcher(tensors -> session.run(tensors, size), batchSize, wait);
    }
}
