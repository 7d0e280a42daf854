package org.mammoflow.classifier.engine;

/** DJL or ONNX Runtime cannot load or run a network. */
public final class EngineFailure extends RuntimeException {

    EngineFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
