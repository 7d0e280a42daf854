package org.mammoflow.chain;

import java.time.Instant;
import java.util.List;

/**
 * The chain's end at one moment, signed: nobody without the private key can replace what came before it.
 *
 * @param seq the number of the last row that it covers
 * @param hash that row's hash
 * @param occasion why it was signed: {@code DAY} or {@code EXPORT}
 * @param fingerprint of the public key, see {@link VerifyingKey#fingerprint()}
 * @param signature Ed25519 over the other fields, Base64
 */
public record SignedHead(
        long seq, String hash, Instant signedAt, String occasion, String fingerprint, String signature) {

    static List<String> statement(long seq, String hash, Instant signedAt, String occasion) {
        return List.of("mammoflow-audit-head/1", Long.toString(seq), hash, signedAt.toString(), occasion);
    }

    List<String> statement() {
        return statement(seq, hash, signedAt, occasion);
    }
}
