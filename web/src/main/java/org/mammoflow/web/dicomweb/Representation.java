package org.mammoflow.web.dicomweb;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a client wants bulk data (PS3.18 8.7.3): alone, or as parts of a {@code multipart/related} message, which is also
 * what it gets when it does not say.
 */
enum Representation {
    SINGLE,
    MULTIPART;

    private static final String TRANSFER_SYNTAX = "transfer-syntax";

    /**
     * The first acceptable one.
     *
     * @param accepted in the client's order of preference
     * @param type what each part is, for example {@code application/octet-stream}
     * @param transferSyntaxes in which of them the parts are
     */
    static Optional<Representation> of(List<MediaType> accepted, String type, Set<String> transferSyntaxes) {
        return accepted.stream()
                .filter(media -> offers(media, transferSyntaxes))
                .flatMap(media -> of(media, type).stream())
                .findFirst();
    }

    private static Optional<Representation> of(MediaType media, String type) {
        if (media.isWildcardType() || isMultipart(media) && (media.isWildcardSubtype() || isOf(media, type))) {
            return Optional.of(MULTIPART);
        }
        String[] single = type.split("/", 2);
        boolean same = media.getType().equalsIgnoreCase(single[0])
                && (media.isWildcardSubtype() || media.getSubtype().equalsIgnoreCase(single[1]));
        return same ? Optional.of(SINGLE) : Optional.empty();
    }

    private static boolean isMultipart(MediaType media) {
        return media.getType().equalsIgnoreCase("multipart")
                && (media.isWildcardSubtype() || media.getSubtype().equalsIgnoreCase("related"));
    }

    private static boolean isOf(MediaType media, String type) {
        String part = media.getParameters().getOrDefault("type", type);
        return part.equalsIgnoreCase(type) || part.equals("*/*");
    }

    private static boolean offers(MediaType media, Set<String> transferSyntaxes) {
        String wanted = media.getParameters().getOrDefault(TRANSFER_SYNTAX, "*");
        return wanted.equals("*") || transferSyntaxes.contains(wanted);
    }
}
