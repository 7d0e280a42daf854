package org.mammoflow.finding;

/**
 * What a shadow has seen so far.
 *
 * @param network {@code name/version}
 * @param seen images
 * @param failed images that it failed on
 * @param verdicts positive against negative
 * @param bands the same verdict in another band
 * @param silences only one of both networks had an opinion
 */
public record ShadowTally(
        String network, String digest, long seen, long failed, long verdicts, long bands, long silences) {}
