package org.mammoflow.classifier.engine;

import java.util.List;

/** A network ready to compute. Safe for any number of threads; close it only when no call is under way. */
public interface Session extends AutoCloseable {

    /**
     * Runs the network once.
     *
     * @param tensors inputs of one size, one after the other in the result
     * @param size height and width of each
     * @throws EngineFailure when it cannot be computed
     */
    List<Scores> run(List<float[]> tensors, int size);

    /** The execution provider in use, as ONNX Runtime names it. */
    String provider();

    @Override
    void close();
}
