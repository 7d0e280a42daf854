package org.mammoflow.web.page;

import org.mammoflow.instance.Instance;

/**
 * Which image a card is about.
 *
 * @param name {@code RCC}
 * @param words the name in words, for those who do not read the short one
 */
public record ImageShown(String sopInstanceUid, String name, String words, int rank) {

    static ImageShown of(Instance instance, Words words) {
        ViewName name = ViewName.of(instance.imageLaterality(), instance.viewCode());
        String text = name.known()
                ? words.of("view.words", words.of("side." + name.side()), words.ofCode("view", name.view()))
                : words.of("view.unknown");
        return new ImageShown(instance.sopInstanceUid(), name.text(), text, name.rank());
    }
}
