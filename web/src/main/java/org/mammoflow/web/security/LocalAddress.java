package org.mammoflow.web.security;

/** An address to go on to, only ever on this server: anything else would let a link lead a reader away after sign-in. */
public final class LocalAddress {

    private LocalAddress() {}

    /** The wish when it is a path of ours, else the other. */
    public static String or(String wish, String other) {
        // Browsers read "/\" and "//" as another host, and skip control characters.
        boolean ours = wish != null && wish.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*");
        return ours ? wish : other;
    }
}
