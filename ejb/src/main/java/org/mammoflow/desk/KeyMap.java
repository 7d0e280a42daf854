package org.mammoflow.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which key means which action, where a person has chosen another than the usual one.
 *
 * @param keys action to key, such as {@code page.next} to {@code n} or {@code Ctrl+ArrowUp}; an action without key has an
 *     empty one
 */
public record KeyMap(Map<String, String> keys) {

    public static final KeyMap USUAL = new KeyMap(Map.of());

    private static final int MOST = 100;
    private static final Pattern ACTION = Pattern.compile("[a-zA-Z0-9.-]{1,32}");
    private static final Pattern KEY = Pattern.compile("[^\\s\\p{Cntrl}]{0,24}");

    /** @throws IllegalArgumentException when it is no key map */
    public KeyMap {
        boolean valid = keys.size() <= MOST
                && keys.entrySet().stream()
                        .allMatch(each -> ACTION.matcher(each.getKey()).matches()
                                && KEY.matcher(each.getValue()).matches());
        if (!valid) {
            throw new IllegalArgumentException("a key map has at most " + MOST + " actions with one key each");
        }
        keys = Map.copyOf(keys);
    }

    /** One action a line. */
    String stored() {
        return keys.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    static KeyMap of(String stored) {
        Map<String, String> keys = new LinkedHashMap<>();
        stored.lines()
                .forEach(line -> keys.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
        return new KeyMap(keys);
    }
}
