package org.mammoflow.cli.modality;

import java.time.LocalDate;
import java.util.List;

/**
 * Who a phantom is said to be.
 *
 * @param id Patient ID, PHANTOM-0001 and so on
 * @param name Patient's Name with up to three groups, family name PHANTOM
 * @param characterSets Specific Character Set that the name needs
 * @param birthDate Patient's Birth Date
 */
public record PhantomPatient(String id, String name, List<String> characterSets, LocalDate birthDate) {

    private static final List<String> GIVEN = List.of(
            "ADA", "BERTA", "CLARA", "DORA", "EMMA", "FRIDA", "GRETA", "HANNA", "IDA", "JOHANNA", "KLARA", "LUISE",
            "MARTA", "NORA", "OLGA", "PAULA", "RUTH", "SOPHIE", "THEA", "VERA");

    /** The phantom of a number; every tenth but one has a Japanese name in three groups, every tenth but two a Greek one. */
    static PhantomPatient number(int number) {
        String id = "PHANTOM-%04d".formatted(number);
        LocalDate birth = LocalDate.of(1948, 1, 1).plusDays(number * 4271L % 11_000);
        if (number % 10 == 3) {
            String name = "PHANTOM^HANAKO=幻影^花子=げんえい^はなこ";
            return new PhantomPatient(id, name, List.of("", "ISO 2022 IR 87"), birth);
        }
        if (number % 10 == 8) {
            return new PhantomPatient(id, "PHANTOM^ΕΛΕΝΗ", List.of("ISO_IR 126"), birth);
        }
        String given = GIVEN.get(number % GIVEN.size());
        return new PhantomPatient(id, "PHANTOM^" + given, List.of("ISO_IR 100"), birth);
    }
}
