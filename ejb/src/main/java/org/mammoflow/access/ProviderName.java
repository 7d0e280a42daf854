package org.mammoflow.access;

import java.util.List;
import java.util.Locale;
import org.mammoflow.platform.Digest;

/**
 * What an account of a provider is called here: {@code anna@login.hospital.org}. The sign in the middle keeps it apart from
 * local accounts, whose names have none.
 *
 * @param person as the provider calls them, in letters that local accounts may have too
 * @param host of the provider
 * @param mark tells two people apart to whom a provider gave the same name one after the other
 */
record ProviderName(String person, String host, String mark) {

    private static final int LONGEST = 64;
    private static final int MARK = 8;

    static ProviderName of(ProviderIdentity identity) {
        String wished = identity.username().isBlank() ? identity.subject() : identity.username();
        return new ProviderName(
                wished.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-"),
                identity.issuer().getHost(),
                Digest.ofFields(List.of(identity.issuer().toString(), identity.subject()))
                        .substring(0, MARK));
    }

    String plain() {
        return called(person);
    }

    String distinct() {
        return called(shortened(person, LONGEST / 2) + "." + mark);
    }

    private String called(String name) {
        return shortened(name, LONGEST / 2 + MARK + 1) + "@" + shortened(host, LONGEST / 2 - MARK - 2);
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
