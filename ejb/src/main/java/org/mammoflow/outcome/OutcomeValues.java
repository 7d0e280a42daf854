package org.mammoflow.outcome;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.mammoflow.outcome.LineFault.Kind;

/** The values of one line by their columns; every fault of the line is told, not the first alone. */
final class OutcomeValues {

    // PS3.5 9.1.
    private static final Pattern UID = Pattern.compile("(?=.{1,64}$)(0|[1-9]\\d*)(\\.(0|[1-9]\\d*))+");

    private final int number;
    private final List<String> headings;
    private final CSVRecord values;
    private final List<LineFault> faults;

    /** @param faults takes what is wrong with this line */
    OutcomeValues(int number, List<String> headings, CSVRecord values, List<LineFault> faults) {
        this.number = number;
        this.headings = headings;
        this.values = values;
        this.faults = faults;
    }

    /** The line, or nothing when it has a fault. */
    Optional<OutcomeLine> line(LocalDate today) {
        int before = faults.size();
        checkStudy();
        Optional<Boolean> cancer = cancer();
        Optional<Basis> basis = oneOf(OutcomeFile.BASIS, Kind.NOT_A_BASIS, Basis.values());
        String side = side(cancer.orElse(true));
        String density = density();
        Optional<LocalDate> day = day(today);
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new OutcomeLine(
                        number,
                        text(OutcomeFile.STUDY),
                        text(OutcomeFile.ACCESSION),
                        cancer.orElseThrow(),
                        basis.orElseThrow(),
                        side,
                        density,
                        day.orElseThrow()));
    }

    private void checkStudy() {
        if (text(OutcomeFile.STUDY).isEmpty() && text(OutcomeFile.ACCESSION).isEmpty()) {
            fault("", Kind.NO_STUDY_NAMED);
        } else if (!text(OutcomeFile.STUDY).isEmpty()
                && !UID.matcher(text(OutcomeFile.STUDY)).matches()) {
            fault(OutcomeFile.STUDY, Kind.NOT_A_UID);
        }
    }

    private Optional<Boolean> cancer() {
        return switch (word(OutcomeFile.OUTCOME)) {
            case "CANCER" -> Optional.of(true);
            case "NO_CANCER" -> Optional.of(false);
            default -> {
                fault(OutcomeFile.OUTCOME, Kind.NOT_AN_OUTCOME);
                yield Optional.empty();
            }
        };
    }

    private String side(boolean cancer) {
        String side = word(OutcomeFile.SIDE);
        if (!Set.of("", "L", "R", "B").contains(side)) {
            fault(OutcomeFile.SIDE, Kind.NOT_A_SIDE);
        } else if (!cancer && !side.isEmpty()) {
            fault(OutcomeFile.SIDE, Kind.SIDE_WITHOUT_CANCER);
        }
        return side;
    }

    private String density() {
        String density = word(OutcomeFile.DENSITY);
        if (!Set.of("", "A", "B", "C", "D").contains(density)) {
            fault(OutcomeFile.DENSITY, Kind.NOT_A_DENSITY);
        }
        return density;
    }

    private Optional<LocalDate> day(LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(text(OutcomeFile.DAY));
            if (day.isAfter(today)) {
                fault(OutcomeFile.DAY, Kind.DAY_IN_THE_FUTURE);
            }
            return Optional.of(day);
        } catch (DateTimeParseException e) {
            fault(OutcomeFile.DAY, Kind.NOT_A_DAY);
            return Optional.empty();
        }
    }

    private <E extends Enum<E>> Optional<E> oneOf(String column, Kind otherwise, E[] constants) {
        Optional<E> constant = Stream.of(constants)
                .filter(candidate -> candidate.name().equals(word(column)))
                .findFirst();
        if (constant.isEmpty()) {
            fault(column, otherwise);
        }
        return constant;
    }

    private String word(String column) {
        return text(column).toUpperCase(Locale.ROOT);
    }

    private String text(String column) {
        int place = headings.indexOf(column);
        return place < 0 ? "" : values.get(place).strip();
    }

    private void fault(String column, Kind kind) {
        faults.add(new LineFault(number, column, kind));
    }
}
