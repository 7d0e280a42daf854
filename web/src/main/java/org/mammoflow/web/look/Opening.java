package org.mammoflow.web.look;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mammoflow.review.CaseView;

/**
 * One opening of a case: what the audit trail has been told of its looks. A look counts as told once the front door has
 * returned with something to see, so that one whose row was not committed is told when it is tried again.
 */
final class Opening implements Serializable {

    private static final long serialVersionUID = 1L;

    /** By study, because the one before is shown beside: whether the look that was told showed the network's opinion. */
    private final Map<String, Boolean> studies = new HashMap<>();

    private final Set<String> images = new HashSet<>();
    private final Set<String> imagesAhead = new HashSet<>();

    /** The next opening of the case by the page that fetched it ahead, and does not fetch it again. */
    synchronized Opening fetchedAhead() {
        Opening next = new Opening();
        next.imagesAhead.addAll(imagesAhead);
        return next;
    }

    synchronized boolean knows(String studyInstanceUid) {
        return studies.containsKey(studyInstanceUid);
    }

    /** @param again what a further look sees, given whether the network's opinion was told of */
    synchronized Optional<CaseView> study(
            String studyInstanceUid, Supplier<Optional<CaseView>> first, Function<Boolean, Optional<CaseView>> again) {
        Boolean told = studies.get(studyInstanceUid);
        Optional<CaseView> view = told == null ? first.get() : again.apply(told);
        view.ifPresent(shown -> studies.put(studyInstanceUid, shown.sight().ai()));
        return view;
    }

    synchronized <T> Optional<T> image(
            String sopInstanceUid, boolean ahead, Supplier<Optional<T>> first, Supplier<Optional<T>> again) {
        Set<String> told = ahead ? imagesAhead : images;
        if (told.contains(sopInstanceUid)) {
            return again.get();
        }
        Optional<T> image = first.get();
        image.ifPresent(shown -> told.add(sopInstanceUid));
        return image;
    }
}
