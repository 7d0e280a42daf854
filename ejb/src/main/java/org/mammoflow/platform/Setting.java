package org.mammoflow.platform;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads one setting from the system properties; a wrong value stops the start with its name and what is expected.
 * {@code ./mammoflow run --help} lists the settings.
 */
public final class Setting {

    private Setting() {}

    public static String text(String name, String otherwise) {
        return value(name).orElse(otherwise);
    }

    public static Optional<String> value(String name) {
        return Optional.ofNullable(System.getProperty(name)).map(String::strip).filter(s -> !s.isEmpty());
    }

    public static Path folder(String name) {
        return value(name).map(Path::of).orElseThrow(() -> new WrongSetting(name, "", "a folder"));
    }

    public static boolean yesOrNo(String name, boolean otherwise) {
        return value(name).map(s -> parseYesOrNo(name, s)).orElse(otherwise);
    }

    /** A whole number from {@code least} to {@code most}. */
    public static long number(String name, long otherwise, long least, long most) {
        return value(name).map(s -> parseNumber(name, s, least, most)).orElse(otherwise);
    }

    private static boolean parseYesOrNo(String name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WrongSetting(name, value, "true or false");
        };
    }

    private static long parseNumber(String name, String value, long least, long most) {
        String expected = "a whole number from " + least + " to " + most;
        try {
            long number = Long.parseLong(value);
            if (number < least || number > most) {
                throw new WrongSetting(name, value, expected);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new WrongSetting(name, value, expected);
        }
    }
}
