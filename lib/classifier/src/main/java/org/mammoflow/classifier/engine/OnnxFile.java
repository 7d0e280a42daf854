package org.mammoflow.classifier.engine;

import java.nio.file.Path;

/**
 * A network as ONNX Runtime loads it.
 *
 * @param graph the ONNX file
 * @param weights the folder of the files to whose bytes the graph refers (ONNX external data); nothing outside is read
 */
public record OnnxFile(Path graph, Path weights) {

    /** A file with weights of its own. */
    public static OnnxFile alone(Path graph) {
        return new OnnxFile(graph, graph.toAbsolutePath().getParent());
    }
}
