package org.mammoflow.web.provider;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.mammoflow.platform.Setting;
import org.mammoflow.platform.WrongSetting;

/**
 * The hospital's provider and what we are to it. Only the site's own settings name addresses that we call; none of them
 * comes from a request.
 *
 * @param issuer as its discovery document calls itself
 * @param secret nothing for a public client, which PKCE alone protects
 * @param rolesClaim of the ID token; with dots it leads into objects, as in {@code realm_access.roles}
 * @param trusted certificates (PEM) that the provider's must lead to, where the Java platform does not know them
 * @param ourUrl what browsers call this server
 */
record ProviderSettings(
        URI issuer,
        String client,
        Optional<String> secret,
        String rolesClaim,
        String usernameClaim,
        Optional<Path> trusted,
        URI ourUrl) {

    private static final String ISSUER = "mammoflow.oidc.issuer";

    /** As started; nothing when no provider is named. */
    static Optional<ProviderSettings> read() {
        return Setting.value(ISSUER)
                .map(issuer -> new ProviderSettings(
                        address(issuer),
                        required("mammoflow.oidc.client"),
                        Optional.ofNullable(System.getenv("MAMMOFLOW_OIDC_SECRET"))
                                .filter(secret -> !secret.isBlank()),
                        Setting.text("mammoflow.oidc.roles-claim", "roles"),
                        Setting.text("mammoflow.oidc.username-claim", "preferred_username"),
                        Setting.value("mammoflow.oidc.ca").map(Path::of),
                        URI.create(required("mammoflow.http.url"))));
    }

    URI returnAddress() {
        return ourUrl.resolve(ReturnFromProvider.PATH.substring(1));
    }

    /** Where a browser comes back to that has signed out at the provider too. */
    URI farewellAddress() {
        return ourUrl.resolve("sign-in.xhtml");
    }

    private static String required(String name) {
        return Setting.value(name).orElseThrow(() -> new WrongSetting(name, "", "a value, as " + ISSUER + " has one"));
    }

    // Whoever can change what the provider says on the way to us is everybody: clear text stays on this machine.
    private static URI address(String issuer) {
        URI address = URI.create(issuer);
        boolean local = "http".equals(address.getScheme())
                && ("localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost()));
        if (address.getHost() == null || !("https".equals(address.getScheme()) || local)) {
            throw new WrongSetting(ISSUER, issuer, "an https: address (http: on this machine only)");
        }
        return address;
    }

    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + " as " + client + "]";
    }
}
