package org.mammoflow.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Callers;
import org.mammoflow.finding.FindingView;
import org.mammoflow.finding.Findings;
import org.mammoflow.finding.NoOpinionView;
import org.mammoflow.instance.Instance;
import org.mammoflow.instance.Instances;

/**
 * A case as the caller may see it now: for who opens it, and for comparing what a reader saw with what she would see at the
 * moment of her signature.
 */
@Stateless
public class CaseViews {

    @Inject
    CaseKeeping cases;

    @Inject
    Entries entries;

    @Inject
    Sights sights;

    @Inject
    Instances instances;

    @Inject
    Findings findings;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    public CaseView of(ReadingCase readingCase) {
        Look look = new Look(readingCase);
        CaseSummary summary = readingCase.summary(clock.instant());
        return new CaseView(
                look.sight.ai() ? summary : summary.withBand(CaseBand.NOT_REVEALED),
                views(instances.ofStudy(readingCase.studyInstanceUid()), look),
                entries.of(readingCase.studyInstanceUid()).stream()
                        .filter(entry -> look.shows(entry.round(), entry.reader()))
                        .toList(),
                look.sight,
                readingCase.refusalOf(look.caller));
    }

    /** One image of a case. */
    public ImageView of(ReadingCase readingCase, Instance image) {
        return views(List.of(image), new Look(readingCase)).get(0);
    }

    /** Through whose eyes a case is looked at. */
    private final class Look {
        final ReadingCase readingCase;
        final Caller caller = callers.current();
        final Sight sight;

        Look(ReadingCase readingCase) {
            this.readingCase = readingCase;
            this.sight = sights.of(readingCase);
        }

        /** The reading that is on; for a reader who has signed, the own one. */
        int roundLookedAt() {
            return sight.others() ? readingCase.round() : readingCase.roundOf(caller);
        }

        /** Other readers' statements when they are revealed; of the own reading, also what was taken over. */
        boolean shows(int round, String reader) {
            return sight.others() || reader.equals(caller.name()) || round == readingCase.round() && isOwnReading();
        }

        private boolean isOwnReading() {
            return readingCase.readerOfRound().map(caller.name()::equals).orElseGet(this::isAboutToContinue);
        }

        // Who has taken a begun reading over is going to sign what was stated in it: it must be seen before.
        private boolean isAboutToContinue() {
            return sight.ai()
                    && readingCase
                            .claimAt(clock.instant())
                            .filter(claim -> claim.reader().equals(caller.name()))
                            .isPresent();
        }
    }

    private List<ImageView> views(List<Instance> images, Look look) {
        List<Long> ids = images.stream().map(Instance::id).toList();
        Map<Long, FindingView> found = look.sight.ai() ? found(ids) : Map.of();
        Map<Long, NoOpinionView> missing = findings.missingOf(ids).stream()
                .collect(Collectors.toMap(NoOpinionView::instanceId, Function.identity()));
        List<Map<Long, ReviewView>> readings =
                readings(found.values().stream().map(FindingView::id).toList(), look);
        return images.stream()
                .map(image -> view(
                        image, Optional.ofNullable(found.get(image.id())), missing.get(image.id()), readings, look))
                .toList();
    }

    private Map<Long, FindingView> found(List<Long> images) {
        return findings.ofInstances(images).stream()
                .collect(Collectors.toMap(FindingView::instanceId, Function.identity()));
    }

    private List<Map<Long, ReviewView>> readings(List<Long> findingIds, Look look) {
        return IntStream.rangeClosed(1, look.readingCase.round())
                .mapToObj(round -> cases.standing(findingIds, round))
                .toList();
    }

    private static ImageView view(
            Instance image,
            Optional<FindingView> found,
            NoOpinionView missing,
            List<Map<Long, ReviewView>> readings,
            Look look) {
        List<ReviewView> shown = found.stream()
                .flatMap(finding -> readings.stream().map(reading -> reading.get(finding.id())))
                .filter(review -> review != null && look.shows(review.round(), review.reader()))
                .toList();
        int round = look.roundLookedAt();
        return new ImageView(
                image,
                found,
                found.isPresent() || !look.sight.ai() ? Optional.empty() : Optional.ofNullable(missing),
                shown.stream().filter(review -> review.round() == round).findFirst(),
                shown,
                !look.sight.ai());
    }

    /** An image of a study about which nothing has been stated. */
    static ImageView ofNoCase(Instance image) {
        return new ImageView(image, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false);
    }
}
