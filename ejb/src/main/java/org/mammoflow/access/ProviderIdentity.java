package org.mammoflow.access;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

/**
 * Whom the hospital's provider has just let in, as its ID token says (OpenID Connect Core 1.0, 2).
 *
 * @param issuer the provider
 * @param subject never given to another person by this issuer
 * @param username as the provider calls them today; it may change and may be given to somebody else later
 * @param roles what the configured claim holds, in the provider's words
 * @param authenticatedAt when the provider asked for the proof, a password for example
 */
public record ProviderIdentity(
        URI issuer, String subject, String username, Set<String> roles, Instant authenticatedAt) {}
