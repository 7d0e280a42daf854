package org.mammoflow.web.page;

import org.mammoflow.instance.Instance;

/**
 * Which image a card is about.
 *
 * @param name {@code RCC}, {@code LMLO, implant displaced}
 * @param words side and view in words, for those who do not read the short ones
 */
public record ImageShown(String sopInstanceUid, String name, String words, int rank) {

    static ImageShown of(Instance instance, String name, Words words) {
        ViewName view = ViewName.of(instance.imageLaterality(), instance.viewCode());
        String text = view.known()
                ? words.of("view.words", words.of("side." + view.side()), words.ofCode("view", view.view()))
                : words.of("view.unknown");
        return new ImageShown(instance.sopInstanceUid(), name, text, view.rank());
    }
}
