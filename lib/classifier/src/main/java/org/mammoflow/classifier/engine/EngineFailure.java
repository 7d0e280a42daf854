package org.mammoflow.classifier.engine;

import java.util.regex.Pattern;

/** DJL or ONNX Runtime cannot load or run a network. */
public final class EngineFailure extends RuntimeException {

    /** How CUDA, cuBLAS, cuDNN and ONNX Runtime's arena say it. */
    private static final Pattern OUT_OF_GPU_MEMORY = Pattern.compile(
            "out of memory|Failed to allocate memory|ALLOC_FAILED|smaller than requested bytes",
            Pattern.CASE_INSENSITIVE);

    private final boolean onGpu;

    EngineFailure(String message, Throwable cause) {
        this(message, cause, false);
    }

    /**
     * @param onGpu whether it happened on a GPU
     */
    EngineFailure(String message, Throwable cause, boolean onGpu) {
        super(message, cause);
        this.onGpu = onGpu;
    }

    /** Whether another session, or the CPU, may manage what this one had no memory for. */
    boolean isOutOfGpuMemory() {
        return onGpu && OUT_OF_GPU_MEMORY.matcher(getMessage()).find();
    }
}
