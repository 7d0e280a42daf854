package org.mammoflow.web.provider;

import org.mammoflow.access.ProviderIdentity;

/**
 * Somebody whom the provider vouches for.
 *
 * @param idToken as it came, checked: it tells the provider at the sign-out whose session is meant
 */
record Recognised(ProviderIdentity identity, String idToken) {}
