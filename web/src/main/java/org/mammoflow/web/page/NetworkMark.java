package org.mammoflow.web.page;

import org.mammoflow.finding.NetworkIdentity;

/**
 * A network and what its scores are worth, in words.
 *
 * @param warning that the scores have no medical meaning; empty only for a trained network
 * @param tag the warning in two words, for lists
 */
public record NetworkMark(String name, String version, String digest, String warning, String tag) {

    static final NetworkMark NONE = new NetworkMark("", "", "", "", "");

    private static final String TRAINED = "trained";

    static NetworkMark of(NetworkIdentity network, Words words) {
        // A status that nobody has words for is shown as it is: rather an odd warning than none.
        boolean trained = network.status().equals(TRAINED);
        return new NetworkMark(
                network.name(),
                network.version(),
                network.digest(),
                trained ? "" : words.ofCode("network.status", network.status()),
                tag(network.status(), words));
    }

    /** The warning in two words for a training status; empty for a trained network. */
    static String tag(String status, Words words) {
        return status.equals(TRAINED) ? "" : words.ofCode("network.tag", status);
    }

    public boolean doubtful() {
        return !warning.isEmpty();
    }
}
