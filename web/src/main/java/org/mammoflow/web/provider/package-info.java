/**
 * The hospital's own sign-in (OpenID Connect, authorization code with PKCE): a second way to the one door.
 *
 * <p>In: a browser that wants in or has signed out, the provider's answer. Out: a session, a word why not, the way to the
 * provider's own sign-out. Never: a password, a decision about roles, a token kept but the ID token, as long as the session
 * lasts and for the sign-out only.
 */
package org.mammoflow.web.provider;
