package org.mammoflow.classifier.engine;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * ONNX Runtime's environment, kept until the process has ended.
 *
 * <p>ONNX Runtime's Java side closes it as soon as the process is asked to stop, beside the server that still waits for its
 * workers; a session that is opened or used for the first time after that ends the process with a fault of memory. The
 * environment counts its users, so one more of them, who never leaves, keeps it. There is no public call for that (1.28.0):
 * where the private one is not found, stopping stays as it was and a warning says so.
 */
final class Environment {

    private static boolean kept;

    private Environment() {}

    /** Call it when DJL has made the environment, however often. */
    static synchronized void keep() {
        if (kept) {
            return;
        }
        kept = true;
        try {
            addUser();
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.getLogger(Environment.class.getName())
                    .log(
                            Level.WARNING,
                            "ONNX Runtime's environment cannot be kept: a stop while a network is loaded may end badly",
                            e);
        }
    }

    private static void addUser() throws ReflectiveOperationException {
        Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
        Method create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
        api.setAccessible(true);
        create.setAccessible(true);
        create.invoke(
                null,
                api.getLong(null),
                OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(),
                OrtEnvironment.DEFAULT_NAME);
    }
}
