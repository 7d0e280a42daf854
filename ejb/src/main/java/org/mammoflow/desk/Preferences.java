package org.mammoflow.desk;

/**
 * How a person likes the pages.
 *
 * @param namesHidden whether patients' names and identifiers are masked, for somebody looking on
 * @param singleKeys whether keys without Ctrl or Alt mean something (WCAG 2.2, 2.1.4)
 */
public record Preferences(Theme theme, boolean namesHidden, boolean singleKeys, KeyMap keys) {

    public static final Preferences USUAL = new Preferences(Theme.SYSTEM, false, true, KeyMap.USUAL);

    public Preferences withTheme(Theme other) {
        return new Preferences(other, namesHidden, singleKeys, keys);
    }

    public Preferences withNamesHidden(boolean hidden) {
        return new Preferences(theme, hidden, singleKeys, keys);
    }

    public Preferences withKeys(boolean single, KeyMap other) {
        return new Preferences(theme, namesHidden, single, other);
    }
}
