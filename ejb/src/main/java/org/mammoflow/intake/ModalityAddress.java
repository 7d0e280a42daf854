package org.mammoflow.intake;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a modality listens.
 *
 * @param host a name or an address
 * @param port 1 to 65535
 */
public record ModalityAddress(String host, int port) {

    // Link-local: where clouds keep the credentials of their machines, and no modality.
    private static final Pattern LINK_LOCAL =
            Pattern.compile("(?i)(::ffff:)?169\\.254\\..*|fe[89ab][0-9a-f]:.*|metadata\\..*");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.:_-]{0,251}[A-Za-z0-9])?");

    /**
     * @throws InvalidAddress when it is none
     */
    public ModalityAddress {
        if (!HOST.matcher(host).matches() || LINK_LOCAL.matcher(host).matches() || port < 1 || port > 65_535) {
            throw new InvalidAddress();
        }
    }

    /** As typed into two fields; none when both are empty. */
    public static Optional<ModalityAddress> parse(String host, String port) {
        if (host.isBlank() && port.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ModalityAddress(host.strip(), Integer.parseInt(port.strip())));
        } catch (NumberFormatException e) {
            throw new InvalidAddress();
        }
    }
}
