package org.mammoflow.finding;

/**
 * The network that made a finding; a finding stays bound to it for ever.
 *
 * @param digest SHA-256 of the network's file, lower-case hexadecimal
 * @param status what its card says about its training: {@code untrained}, {@code phantom-trained} or {@code trained}
 */
public record NetworkIdentity(String name, String version, String digest, String status) {}
