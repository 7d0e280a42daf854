package org.mammoflow.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.instance.Instance;
import org.mammoflow.review.CaseView;
import org.mammoflow.review.ImageView;
import org.mammoflow.review.ReadingRoom;

/** The images of a case with what their files say of them. */
@RequestScoped
public class CaseImages {

    @Inject
    ReadingRoom readingRoom;

    /** What each image is called, by SOP Instance UID. */
    public Map<String, String> names(CaseView view, Locale locale) {
        return names(headers(view), view, locale);
    }

    /** By SOP Instance UID, in the order of arrival; nothing of those whose files cannot be read. */
    Map<String, Optional<Attributes>> headers(CaseView view) {
        Map<String, Optional<Attributes>> headers = new LinkedHashMap<>();
        for (ImageView image : view.images()) {
            headers.put(image.instance().sopInstanceUid(), readingRoom.header(image.instance()));
        }
        return headers;
    }

    static Map<String, String> names(Map<String, Optional<Attributes>> headers, CaseView view, Locale locale) {
        Map<String, Attributes> known = new LinkedHashMap<>();
        for (ImageView image : view.images()) {
            Instance instance = image.instance();
            known.put(
                    instance.sopInstanceUid(),
                    headers.get(instance.sopInstanceUid()).orElseGet(() -> remembered(instance)));
        }
        return new ImageNames(locale).of(known);
    }

    /** Enough to leave an image its place, where its file tells nothing any more. */
    static Attributes remembered(Instance instance) {
        Attributes header = new Attributes();
        instance.imageLaterality().ifPresent(side -> header.set(Tag.ImageLaterality, side));
        instance.viewCode()
                .ifPresent(code -> header.setItems(Tag.ViewCodeSequence, new Attributes().set(Tag.CodeValue, code)));
        return header;
    }
}
