package org.mammoflow.classifier.engine;

import ai.djl.engine.Engine;
import java.util.function.Supplier;

/**
 * DJL, touched for the first time in here. It looks for its engines through the context class loader once and, where
 * that was the application's, finds none for the rest of the process; so the loader is DJL's own while DJL works.
 */
final class Djl {

    static final String ENGINE = "OnnxRuntime";

    static {
        // A hospital's server asks no model zoo and reports to nobody.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        // ONNX Runtime must not go looking for a second engine to do array arithmetic that nobody asks for.
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
    }

    private Djl() {}

    static <T> T inOwnLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Engine.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
