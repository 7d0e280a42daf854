package org.mammoflow.review;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mammoflow.instance.Instance;

/**
 * In which breasts something was missed. A lesion lies on two views of a breast and readers mark it on either: that they mark
 * different images is no disagreement, that they mark different breasts is one.
 */
final class MissedSides {

    private MissedSides() {}

    /** An image that names no side stands for itself. */
    static Set<String> of(Stream<EntryView> statements, Collection<Instance> images) {
        Map<Long, String> sides = images.stream()
                .collect(Collectors.toMap(
                        Instance::id, image -> image.imageLaterality().orElseGet(image::sopInstanceUid)));
        return statements
                .filter(entry -> entry.stands(EntryKind.AI_MISSED))
                .flatMap(entry -> entry.instanceId().stream())
                .map(sides::get)
                .collect(Collectors.toSet());
    }
}
