package org.mammoflow.dicom.net.storage;

import java.util.regex.Pattern;

/** PS3.5 9.1: up to 64 characters, numbers without leading zeros, separated by dots. */
final class UidSyntax {

    private static final int LENGTH = 64;
    private static final Pattern UID = Pattern.compile("(0|[1-9][0-9]*+)(\\.(0|[1-9][0-9]*+))*+");

    private UidSyntax() {}

    static boolean isValid(String uid) {
        return uid.length() <= LENGTH && UID.matcher(uid).matches();
    }
}
