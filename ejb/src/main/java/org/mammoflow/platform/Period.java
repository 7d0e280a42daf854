package org.mammoflow.platform;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days that somebody asks for.
 *
 * @param from first day; nothing for the earliest that there is
 * @param to last day, included; nothing for the latest
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> to) {

    /** Whether it ends before it begins: nothing lies in it, which an empty answer would not tell. */
    public boolean isReversed() {
        return from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    }

    /**
     * The same, for what must not be asked.
     *
     * @throws IllegalArgumentException when it ends before it begins; names both days
     */
    public Period inOrder() {
        if (isReversed()) {
            throw new IllegalArgumentException("to (%s) must not lie before from (%s)".formatted(to.get(), from.get()));
        }
        return this;
    }
}
