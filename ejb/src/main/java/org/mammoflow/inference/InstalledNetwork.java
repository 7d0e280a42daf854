package org.mammoflow.inference;

/**
 * A network's folder below the models, as its card describes it; whether the network works shows when it is loaded.
 *
 * @param network {@code name/version}
 * @param digest SHA-256 of its weights by its card; empty when the card cannot be read
 * @param status training status by its card; empty when the card cannot be read
 * @param fault why it cannot be proposed; empty when it can
 */
public record InstalledNetwork(String network, String digest, String status, String fault) {

    public boolean usable() {
        return fault.isEmpty();
    }
}
