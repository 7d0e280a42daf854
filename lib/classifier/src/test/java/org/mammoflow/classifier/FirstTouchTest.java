package org.mammoflow.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DJL looks for its engines once, through the context class loader: a server's threads carry the application's. */
class FirstTouchTest {

    @Test
    void loads_although_the_callers_context_class_loader_knows_no_engine() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader blind = new ClassLoader(null) {};
        try (URLClassLoader untouched = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(blind);
            assertThat(loadedIn(untouched)).isEqualTo("CPUExecutionProvider");
            assertThat(thread.getContextClassLoader()).isSameAs(blind);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Object loadedIn(ClassLoader loader) throws Exception {
        Class<?> device = loader.loadClass("org.mammoflow.classifier.Device");
        Class<?> network = loader.loadClass("org.mammoflow.classifier.Network");
        Object cpu = device.getMethod("parse", String.class).invoke(null, "cpu");
        try (AutoCloseable loaded =
                (AutoCloseable) network.getMethod("load", Path.class, device).invoke(null, Networks.any(), cpu)) {
            return network.getMethod("provider").invoke(loaded);
        }
    }

    private static URL[] classPath() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(new URL[0]);
    }
}
