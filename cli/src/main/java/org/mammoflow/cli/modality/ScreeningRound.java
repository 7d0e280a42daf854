package org.mammoflow.cli.modality;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mammoflow.cli.modality.ScreeningStudy.Shot;
import org.mammoflow.phantom.Breast;
import org.mammoflow.phantom.Cohort;
import org.mammoflow.phantom.Detector;
import org.mammoflow.phantom.Side;
import org.mammoflow.phantom.View;

/**
 * A day of screening: study after study, the same for the same seed. Of every six women three have a finding, three
 * have implants, and one has her implants declared wrongly in the DICOM header.
 *
 * @param seed of the round
 * @param scale of the images, 1 for full size
 */
public record ScreeningRound(long seed, double scale) {

    private enum Pattern {
        FINDING(true, false, false),
        IMPLANTS(false, true, false),
        NORMAL(false, false, false),
        IMPLANTS_WITH_FINDING(true, true, false),
        IMPLANTS_DECLARED_WRONGLY(false, true, true),
        ANOTHER_FINDING(true, false, false);

        private final boolean cancer;
        private final boolean implanted;
        private final boolean misdeclared;

        Pattern(boolean cancer, boolean implanted, boolean misdeclared) {
            this.cancer = cancer;
            this.implanted = implanted;
            this.misdeclared = misdeclared;
        }

        static Pattern of(int number) {
            return values()[(number - 1) % values().length];
        }
    }

    private static final LocalDateTime FIRST_APPOINTMENT = LocalDateTime.of(2026, 11, 2, 8, 10);

    /** @param number of the woman, from 1 */
    public ScreeningStudy study(int number) {
        Pattern pattern = Pattern.of(number);
        long woman = seed * 1_000_003 + number;
        Cohort cohort = new Cohort(woman);
        Detector detector = cohort.detector().scaled(scale);
        LocalDateTime start = FIRST_APPOINTMENT.plusDays((number - 1) / 40).plusMinutes((number - 1) % 40 * 12L);
        Visit visit = new Visit(woman, PhantomPatient.number(number), start, detector, pattern.misdeclared);
        Side affected = number % 4 < 2 ? Side.LEFT : Side.RIGHT;
        Breast right = cohort.breast(Side.RIGHT, pattern.cancer && affected == Side.RIGHT, pattern.implanted);
        Breast left = cohort.breast(Side.LEFT, pattern.cancer && affected == Side.LEFT, pattern.implanted);
        return new ScreeningStudy(visit, shots(cohort, detector, List.of(right, left)));
    }

    /** What to look for in the worklist, by Patient ID. */
    public static String guide(int studies) {
        return IntStream.rangeClosed(1, Math.min(studies, Pattern.values().length))
                .mapToObj(number -> "  PHANTOM-%04d  %s"
                        .formatted(
                                number,
                                Pattern.of(number)
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' ')))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static List<Shot> shots(Cohort cohort, Detector detector, List<Breast> breasts) {
        List<Shot> shots = new ArrayList<>();
        for (View view : View.values()) {
            for (Breast breast : breasts) {
                shots.add(new Shot(breast, cohort.exposure(breast, view, detector)));
            }
        }
        return shots;
    }
}
