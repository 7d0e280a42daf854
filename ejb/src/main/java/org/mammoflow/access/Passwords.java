package org.mammoflow.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Random passwords. */
final class Passwords {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 15;

    private Passwords() {}

    /** 20 characters, 120 bits. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
