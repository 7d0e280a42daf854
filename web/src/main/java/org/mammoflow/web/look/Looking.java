package org.mammoflow.web.look;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.mammoflow.review.CaseView;
import org.mammoflow.review.ImageArchive;
import org.mammoflow.review.ImageFile;
import org.mammoflow.review.ReadingRoom;

/**
 * Looks at cases and images. A page begins an opening; what it and its viewer fetch of the case until the next one is the
 * same look: the preview of an image and its full size, the case as the page and as the viewer take it. Programs open
 * nothing, and each of their looks is told.
 */
@RequestScoped
public class Looking {

    @Inject
    HttpServletRequest request;

    @Inject
    Openings openings;

    @Inject
    ReadingRoom readingRoom;

    @Inject
    ImageArchive archive;

    /** By a page that was asked for. */
    public Optional<CaseView> open(String studyInstanceUid) {
        begin(studyInstanceUid, new Opening());
        return look(studyInstanceUid);
    }

    /**
     * By a page that showed another case before, and may have fetched this one ahead. Then the study before it is here too, and
     * nobody will ask for it: it is seen with this one.
     */
    public Optional<CaseView> moveTo(String studyInstanceUid) {
        begin(studyInstanceUid, of(studyInstanceUid).fetchedAhead());
        Optional<CaseView> view = look(studyInstanceUid);
        readingRoom.prior(studyInstanceUid).ifPresent(before -> prior(before, studyInstanceUid));
        return view;
    }

    public Optional<CaseView> look(String studyInstanceUid) {
        return look(studyInstanceUid, of(studyInstanceUid));
    }

    /** The study before another one, which shows it beside itself. */
    public Optional<CaseView> prior(String prior, String beside) {
        Opening opening = of(beside);
        if (opening.knows(beside)) {
            begin(prior, opening);
        }
        return look(prior, opening);
    }

    /** Fetched for later. */
    public Optional<CaseView> ahead(String studyInstanceUid) {
        if (inBrowser()) {
            begin(studyInstanceUid, new Opening());
        }
        return readingRoom.prefetch(studyInstanceUid);
    }

    /** What was fetched ahead is on show; a page has told of it when it moved there. */
    public void shown(String studyInstanceUid) {
        if (!of(studyInstanceUid).knows(studyInstanceUid)) {
            readingRoom.studyShown(studyInstanceUid);
        }
    }

    /** @param ahead whether nobody looks yet */
    public Optional<ImageFile> image(String study, String series, String sopInstanceUid, boolean ahead) {
        return of(study)
                .image(
                        sopInstanceUid,
                        ahead,
                        () -> ahead
                                ? archive.prefetch(study, series, sopInstanceUid)
                                : archive.open(study, series, sopInstanceUid),
                        () -> archive.openAgain(study, series, sopInstanceUid));
    }

    /** @param study whose opening it is part of, where one is named */
    public void imageShown(String sopInstanceUid, Optional<String> study) {
        study.map(this::of)
                .orElseGet(Opening::new)
                .image(
                        sopInstanceUid,
                        false,
                        () -> {
                            readingRoom.imageShown(sopInstanceUid);
                            return Optional.of(sopInstanceUid);
                        },
                        Optional::empty);
    }

    private Optional<CaseView> look(String study, Opening opening) {
        return opening.study(study, () -> readingRoom.open(study), aiTold -> readingRoom.openAgain(study, aiTold));
    }

    private void begin(String study, Opening opening) {
        openings.begin(key(study), opening);
    }

    private Opening of(String study) {
        return inBrowser() ? openings.of(key(study)).orElseGet(Opening::new) : new Opening();
    }

    /** A request may have a browser's session and come from somebody else all the same. */
    private String key(String study) {
        return request.getRemoteUser() + " " + study;
    }

    /** A program has no session, and is given none. */
    private boolean inBrowser() {
        return request.getSession(false) != null;
    }
}
