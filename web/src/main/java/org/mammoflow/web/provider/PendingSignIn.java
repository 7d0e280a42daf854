package org.mammoflow.web.provider;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;

/**
 * A sign-in that is at the provider at this moment.
 *
 * @param state comes back with the answer (RFC 6749, 10.12)
 * @param nonce comes back inside the ID token
 * @param verifier proves that who redeems the code is who asked for it (RFC 7636)
 * @param browser what the cookie of the asking browser says: the answer counts in no other
 * @param from the page to go on to
 */
record PendingSignIn(State state, Nonce nonce, CodeVerifier verifier, String browser, String from, Instant since) {}
