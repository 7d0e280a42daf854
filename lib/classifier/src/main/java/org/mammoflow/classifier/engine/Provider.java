package org.mammoflow.classifier.engine;

import ai.djl.Device;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;

/** ONNX Runtime's execution providers that a network may run on, named as ONNX Runtime names them. */
enum Provider {
    CPU("CPUExecutionProvider"),
    CUDA("CUDAExecutionProvider");

    private final String title;

    Provider(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    Device device(int number) {
        return this == CUDA ? Device.gpu(number) : Device.cpu();
    }

    /** Whether this ONNX Runtime was built with CUDA at all; whether it loads on this machine only a session tells. */
    static boolean isCudaBuilt() {
        return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
    }
}
