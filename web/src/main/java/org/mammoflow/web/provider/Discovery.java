package org.mammoflow.web.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.HashSet;
import java.util.Set;

/**
 * What the provider says about itself (OpenID Connect Discovery 1.0) and its keys, which are fetched again when a token is
 * signed by one that is not known yet.
 */
record Discovery(OIDCProviderMetadata metadata, IDTokenValidator tokens) {

    static Discovery of(ProviderSettings settings, ProviderCalls calls) {
        OIDCProviderMetadata metadata = metadata(settings, calls);
        try {
            return new Discovery(metadata, validator(settings, metadata, calls));
        } catch (MalformedURLException e) {
            throw new ProviderAway("reading the address of its keys, " + metadata.getJWKSetURI(), e);
        }
    }

    static OIDCProviderMetadata metadata(ProviderSettings settings, ProviderCalls calls) {
        try {
            return OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), calls);
        } catch (GeneralException | IOException e) {
            throw new ProviderAway("reading " + settings.issuer() + "/.well-known/openid-configuration", e);
        }
    }

    private static IDTokenValidator validator(
            ProviderSettings settings, OIDCProviderMetadata metadata, ProviderCalls calls)
            throws MalformedURLException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        metadata.getJWKSetURI().toURL(), calls.retriever())
                // No thread of its own, which would outlive a redeployment.
                .refreshAheadCache(false)
                .cache(true)
                .retrying(true)
                .build();
        return new IDTokenValidator(
                new Issuer(settings.issuer()),
                new ClientID(settings.client()),
                new JWSVerificationKeySelector<>(signatures(), keys),
                null);
    }

    // Whatever the token's header says: with our own secret or without any signature it proves nothing.
    private static Set<JWSAlgorithm> signatures() {
        Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.RSA);
        algorithms.addAll(JWSAlgorithm.Family.EC);
        return algorithms;
    }
}
