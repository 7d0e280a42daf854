package org.mammoflow.classifier.engine;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

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

    /**
     * Has a session run here.
     *
     * @param number of the GPU
     */
    void addTo(SessionOptions options, int number) throws OrtException {
        if (this == CUDA) {
            try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(number)) {
                // With TensorFloat-32 a factor has ten bits, and logits stray from those of the card's golden vectors.
                cuda.add("use_tf32", "0");
                // Trying every algorithm at each new batch size would make the first images of a day wait for seconds.
                cuda.add("cudnn_conv_algo_search", "HEURISTIC");
                options.addCUDA(cuda);
            }
        }
    }

    /** Whether this ONNX Runtime was built with CUDA at all; whether it loads on this machine only a session tells. */
    static boolean isCudaBuilt() {
        return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
    }
}
