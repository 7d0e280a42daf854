package org.mammoflow.web.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The hospital's provider (OpenID Connect Core 1.0, 3.1): where a browser goes to sign in, and who it is that comes back.
 * What the provider says about itself is read when somebody first wants in, so a start needs no provider.
 */
@ApplicationScoped
public class OpenIdProvider {

    private static final Duration DISCOVERY_HOLDS = Duration.ofHours(1);
    private static final int LONGEST_HINT = 6_000;

    private final Optional<ProviderSettings> settings = ProviderSettings.read();
    private final Optional<ProviderCalls> calls = settings.map(ProviderCalls::new);

    @Inject
    Clock clock;

    private Discovery known;
    private Instant knownSince;

    /** A wrong setting stops the start and not the first reader of the day. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object start) {}

    /** Whether the site has one. */
    public boolean isThere() {
        return settings.isPresent();
    }

    ProviderSettings settings() {
        return settings.orElseThrow();
    }

    /**
     * The address that asks who somebody is. It asks for a proof each time: a session that somebody left open at the
     * provider would let the next one at this desk read in their name.
     */
    URI question(PendingSignIn pending) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile"),
                        new ClientID(settings().client()),
                        settings().returnAddress())
                .endpointURI(discovery().metadata().getAuthorizationEndpointURI())
                .state(pending.state())
                .nonce(pending.nonce())
                .codeChallenge(pending.verifier(), CodeChallengeMethod.S256)
                .prompt(Prompt.Type.LOGIN)
                .maxAge(0)
                .build()
                .toURI();
    }

    /** Who came back with this code. */
    Recognised identify(PendingSignIn pending, String code) {
        AuthorizationGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), settings().returnAddress(), pending.verifier());
        try {
            HTTPRequest request = redemption(grant).toHTTPRequest();
            calls.orElseThrow().configure(request);
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (!response.indicatesSuccess()) {
                throw new ProviderAway(
                        "redeeming the code",
                        response.toErrorResponse().getErrorObject().getCode());
            }
            JWT token = response.toSuccessResponse().getTokens().toOIDCTokens().getIDToken();
            IDTokenClaimsSet claims = discovery().tokens().validate(token, pending.nonce());
            return new Recognised(
                    new IdTokenReading(settings(), clock.instant()).identity(claims.toJWTClaimsSet()),
                    token.serialize());
        } catch (IOException | ParseException e) {
            throw new ProviderAway("redeeming the code", e);
        } catch (BadJOSEException | JOSEException e) {
            throw new ProviderAway("checking the ID token", e);
        }
    }

    /**
     * The address that ends the provider's own session of whom this ID token is about, and leads back to our sign-in page;
     * nothing when the provider offers no such address. The provider is asked anew, whatever is known of it: a browser that is
     * led to one that is away stands before an error of its own, and its person does not learn whether they are out.
     *
     * @throws ProviderAway when it does not answer now
     */
    Optional<URI> farewell(String idToken) {
        return Optional.ofNullable(
                        Discovery.metadata(settings(), calls.orElseThrow()).getEndSessionEndpointURI())
                .map(endpoint -> new LogoutRequest(
                                endpoint,
                                hint(idToken),
                                null,
                                new ClientID(settings().client()),
                                settings().farewellAddress(),
                                null,
                                null)
                        .toURI());
    }

    // It is in an address: one with a hundred groups would be refused by many a server, and then nobody is signed out.
    private static JWT hint(String idToken) {
        try {
            return idToken.length() > LONGEST_HINT ? null : JWTParser.parse(idToken);
        } catch (java.text.ParseException e) {
            throw new IllegalStateException("an ID token that was valid is none any more", e);
        }
    }

    private TokenRequest redemption(AuthorizationGrant grant) {
        URI endpoint = discovery().metadata().getTokenEndpointURI();
        ClientID client = new ClientID(settings().client());
        return settings()
                .secret()
                .map(secret -> new TokenRequest(endpoint, new ClientSecretBasic(client, new Secret(secret)), grant))
                .orElseGet(() -> new TokenRequest(endpoint, client, grant));
    }

    private synchronized Discovery discovery() {
        Instant now = clock.instant();
        if (known == null || !now.isBefore(knownSince.plus(DISCOVERY_HOLDS))) {
            known = Discovery.of(settings(), calls.orElseThrow());
            knownSince = now;
        }
        return known;
    }
}
