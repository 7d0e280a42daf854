package org.mammoflow.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mammoflow.audit.AuditAction;

/**
 * Which rows of the audit trail are asked for; every part is optional, all that are given must hold.
 *
 * @param object an identifier as the trail has it; that of a study stands for its images and findings too
 * @param from first day of the site
 * @param to last day, included
 */
public record TrailFilter(
        Optional<String> actor,
        Optional<AuditAction> action,
        Optional<String> object,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    public boolean isEmpty() {
        return Stream.of(actor, action, object, from, to).allMatch(Optional::isEmpty);
    }

    /** In words, for a file and the trail itself. */
    public String words() {
        String words = Stream.of(
                        actor.map(name -> "actor=" + name),
                        action.map(what -> "action=" + what),
                        object.map(id -> "object=" + id),
                        from.map(day -> "from=" + day),
                        to.map(day -> "to=" + day))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "all rows" : words;
    }
}
