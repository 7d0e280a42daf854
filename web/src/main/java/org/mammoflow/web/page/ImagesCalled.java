package org.mammoflow.web.page;

import java.util.Map;
import org.mammoflow.instance.Instance;
import org.mammoflow.review.CaseView;

/** What the images of the case on show are called. Their files were read for it: kept as long as the images are the same. */
record ImagesCalled(Map<String, String> names) {

    static final ImagesCalled NOTHING = new ImagesCalled(Map.of());

    boolean areOf(CaseView view) {
        return names.size() == view.images().size()
                && view.images().stream()
                        .allMatch(image -> names.containsKey(image.instance().sopInstanceUid()));
    }

    String name(Instance instance) {
        return names.getOrDefault(instance.sopInstanceUid(), "?");
    }
}
