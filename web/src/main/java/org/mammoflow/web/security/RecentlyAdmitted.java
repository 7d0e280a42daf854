package org.mammoflow.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mammoflow.access.Revocations;

/**
 * Remembers for a minute which credentials of programs were right, so that a program's hundred calls cost one password
 * hash and one audit row instead of a hundred. What is remembered is a keyed digest under a key that dies with the process,
 * never a password; wrong credentials are never remembered.
 */
@ApplicationScoped
public class RecentlyAdmitted {

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MOST = 1000;

    private final SecretKeySpec key = newKey();
    private final Map<ByteBuffer, Admission> admissions = new ConcurrentHashMap<>();

    @Inject
    IdentityStoreHandler identityStores;

    @Inject
    Revocations revocations;

    @Inject
    Clock clock;

    private record Admission(CredentialValidationResult result, Instant at) {

        boolean isFresh(Instant now) {
            return now.isBefore(at.plus(MEMORY));
        }
    }

    CredentialValidationResult validate(UsernamePasswordCredential credential) {
        ByteBuffer digest = digest(credential);
        Admission known = admissions.get(digest);
        if (known != null && known.isFresh(clock.instant()) && revocations.holds(credential.getCaller(), known.at())) {
            return known.result();
        }
        CredentialValidationResult result = identityStores.validate(credential);
        if (result.getStatus() == CredentialValidationResult.Status.VALID) {
            remember(digest, result);
        }
        return result;
    }

    private void remember(ByteBuffer digest, CredentialValidationResult result) {
        if (admissions.size() >= MOST) {
            admissions.clear();
        }
        admissions.put(digest, new Admission(result, clock.instant()));
    }

    private ByteBuffer digest(UsernamePasswordCredential credential) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            // A user name in HTTP Basic has no colon: the pair reads one way only.
            String pair = credential.getCaller() + ":" + credential.getPasswordAsString();
            return ByteBuffer.wrap(mac.doFinal(pair.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static SecretKeySpec newKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
