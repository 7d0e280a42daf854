/**
 * The hospital's own sign-in (OpenID Connect, authorization code with PKCE): a second way to the one door.
 *
 * <p>In: a browser that wants in, the provider's answer. Out: a session, or a word why not. Never: a password, a token kept
 * after its use, a decision about roles.
 */
package org.mammoflow.web.provider;
