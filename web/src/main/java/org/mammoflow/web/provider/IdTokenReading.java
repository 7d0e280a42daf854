package org.mammoflow.web.provider;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mammoflow.access.ProviderIdentity;

/**
 * Reads who somebody is from the claims of an ID token whose signature, issuer, audience, nonce and time have been checked.
 */
record IdTokenReading(ProviderSettings settings, Instant now) {

    // Long enough for two clocks that differ and for a second factor by telephone.
    private static final Duration AGREED = Duration.ofMinutes(5);

    ProviderIdentity identity(JWTClaimsSet claims) {
        return new ProviderIdentity(
                settings.issuer(),
                claims.getSubject(),
                claims.getClaim(settings.usernameClaim()) instanceof String name ? name : "",
                roles(claims.getClaims()),
                proofAsked(claims));
    }

    /** When the proof was asked for; a provider that ignores the wish to be asked anew is not believed. */
    private Instant proofAsked(JWTClaimsSet claims) {
        Instant at = claims.getClaim("auth_time") instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : Instant.EPOCH;
        if (Duration.between(at, now).abs().compareTo(AGREED) > 0) {
            throw new ProviderAway("checking the ID token", "auth_time " + at + " is not of this sign-in");
        }
        return at;
    }

    private Set<String> roles(Map<String, Object> claims) {
        Set<String> roles = new TreeSet<>();
        if (claim(claims, settings.rolesClaim()) instanceof Collection<?> several) {
            several.forEach(role -> roles.add(String.valueOf(role)));
        } else if (claim(claims, settings.rolesClaim()) instanceof String one) {
            roles.add(one);
        }
        return roles;
    }

    // The whole name first: some providers use addresses as names, and these have dots.
    private static Object claim(Map<?, ?> claims, String name) {
        int dot = name.indexOf('.');
        if (claims.containsKey(name) || dot < 0) {
            return claims.get(name);
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? claim(inner, name.substring(dot + 1))
                : null;
    }
}
