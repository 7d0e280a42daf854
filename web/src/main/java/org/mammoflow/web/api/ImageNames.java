package org.mammoflow.web.api;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.mammoflow.dicom.data.Attributes;

/**
 * What the images of one study are called, in the reader's language and each otherwise: side and view, what is particular
 * ("implant displaced", "magnified"), and which repeat it is, in the order of their acquisition. The one place that names
 * an image: tile, card and statements take it from here.
 */
final class ImageNames {

    private static final String WORDS = "org.mammoflow.web.page.messages";

    private final Locale locale;
    private final ResourceBundle words;

    ImageNames(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(WORDS, locale);
    }

    /** @param headers by SOP Instance UID, in the order of arrival */
    Map<String, String> of(Map<String, Attributes> headers) {
        Map<String, Projection> projections = new LinkedHashMap<>();
        headers.forEach((image, header) -> projections.put(image, new Projection(header)));
        List<String> images = new ArrayList<>(projections.keySet());
        // As the viewer hangs them; what is equal stays in the order of arrival.
        images.sort(Comparator.comparing(
                        (String image) -> projections.get(image).acquired().orElse(""))
                .thenComparing(image -> projections.get(image).instanceNumber()));
        Map<String, Integer> met = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (String image : images) {
            Projection projection = projections.get(image);
            String name = name(projection);
            int before = met.merge(name, 1, Integer::sum) - 1;
            names.put(image, before == 0 ? name : name + ", " + further(projection, before));
        }
        return names;
    }

    private String name(Projection projection) {
        List<String> parts = new ArrayList<>();
        parts.add(projection.side() + projection.view().orElse("?"));
        if (projection.implantDisplaced()) {
            parts.add(words.getString("image.displaced"));
        }
        if (projection.magnified()) {
            parts.add(words.getString("image.magnified"));
        }
        if (projection.spot()) {
            parts.add(words.getString("image.spot"));
        }
        parts.addAll(projection.otherModifiers());
        return String.join(", ", parts);
    }

    /** A further image of the same name repeats the first only where it is known what that shows. */
    private String further(Projection projection, int before) {
        boolean known = !projection.side().isEmpty() && projection.view().isPresent();
        return known ? text("image.repeat", before) : text("image.nth", before + 1);
    }

    private String text(String key, int number) {
        return new MessageFormat(words.getString(key), locale).format(new Object[] {number});
    }
}
