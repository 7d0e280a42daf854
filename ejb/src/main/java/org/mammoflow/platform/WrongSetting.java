package org.mammoflow.platform;

/** A setting has a value that cannot be used; the server does not start with it. */
public final class WrongSetting extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public WrongSetting(String name, String value, String expected) {
        super("setting %s is \"%s\", expected %s".formatted(name, value, expected));
    }
}
