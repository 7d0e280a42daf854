package org.mammoflow.chain;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The public keys whose signatures count, by fingerprint. */
public record TrustedKeys(Map<String, VerifyingKey> byFingerprint) {

    public static TrustedKeys of(Collection<VerifyingKey> keys) {
        return new TrustedKeys(keys.stream()
                .collect(Collectors.toMap(VerifyingKey::fingerprint, Function.identity(), (one, same) -> one)));
    }

    /** Why a head's signature does not hold; empty when it does. */
    String fault(SignedHead head) {
        VerifyingKey key = byFingerprint.get(head.fingerprint());
        if (key == null) {
            return "the head of " + head.signedAt() + " is signed by a key that is not trusted here: "
                    + head.fingerprint();
        }
        return key.signed(head) ? "" : "the signature of the head of " + head.signedAt() + " does not hold";
    }
}
