package org.mammoflow.classifier;

import java.nio.file.Path;

/**
 * A loaded network, checked against its card. Safe for any number of threads; they share one session.
 *
 * <p>Close it only when no call is under way.
 */
public final class Network implements AutoCloseable {

    /**
     * Loads the network in a folder with the card's number of threads.
     *
     * @throws NetworkUnusable when card, checksum, engine or golden vectors forbid its use
     */
    public static Network load(Path directory, Device device) {
        throw new UnsupportedOperationException();
    }

    /**
     * Loads the network in a folder.
     *
     * @param threads ONNX Runtime's intra-operator threads for one image, at least 1
     * @throws NetworkUnusable when card, checksum, engine or golden vectors forbid its use
     */
    public static Network load(Path directory, Device device, int threads) {
        throw new UnsupportedOperationException();
    }

    /** Prepares one image, runs the network and maps its evidence back onto the image. */
    public Classification classify(GreyImage image) {
        throw new UnsupportedOperationException();
    }

    /**
     * Runs the golden vectors again.
     *
     * @throws NetworkUnusable GOLDEN_MISMATCH or ENGINE_FAILED
     */
    public void selfTest() {
        throw new UnsupportedOperationException();
    }

    public NetworkCard card() {
        throw new UnsupportedOperationException();
    }

    /** The ONNX Runtime execution provider in use: {@code CPUExecutionProvider} or {@code CUDAExecutionProvider}. */
    public String provider() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
