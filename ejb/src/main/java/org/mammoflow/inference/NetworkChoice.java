package org.mammoflow.inference;

/**
 * Which network is to sit in a seat.
 *
 * @param network its folder below the models, {@code name/version}; empty for none
 * @param digest SHA-256 of the weights that were approved; empty where the release decides and nobody approved
 */
record NetworkChoice(Seat seat, String network, String digest) {

    static NetworkChoice none(Seat seat) {
        return new NetworkChoice(seat, "", "");
    }

    boolean isNone() {
        return network.isEmpty();
    }
}
