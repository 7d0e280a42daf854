package org.mammoflow.web.page;

import java.util.List;
import java.util.Optional;
import org.mammoflow.web.api.ViewCodes;

/** The short name of a mammographic view, {@code RCC}: Image Laterality and View Code (PS3.16 CID 4014). */
record ViewName(String side, String view) {

    /** As the views hang on the wall, so that the list beside it reads in the same order. */
    private static final List<String> HANGING = List.of("RCC", "LCC", "RMLO", "LMLO");

    static ViewName of(Optional<String> laterality, Optional<String> viewCode) {
        return new ViewName(
                laterality.filter(side -> side.matches("[RLB]")).orElse(""),
                viewCode.flatMap(ViewCodes::view).orElse(""));
    }

    boolean known() {
        return !view.isEmpty() && !side.isEmpty();
    }

    String text() {
        return known() ? side + view : side + (view.isEmpty() ? "?" : view);
    }

    /** Standard views in the order of hanging, then all others. */
    int rank() {
        int position = HANGING.indexOf(text());
        return position < 0 ? HANGING.size() : position;
    }
}
