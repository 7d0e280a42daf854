package org.mammoflow.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The short name of a mammographic view, {@code RCC}: Image Laterality and View Code (PS3.16 CID 4014). */
record ViewName(String side, String view) {

    private static final Map<String, String> VIEWS = Map.ofEntries(
            Map.entry("399162004", "CC"),
            Map.entry("R-10242", "CC"),
            Map.entry("399368009", "MLO"),
            Map.entry("R-10226", "MLO"),
            Map.entry("399260004", "ML"),
            Map.entry("R-10224", "ML"),
            Map.entry("399352003", "LM"),
            Map.entry("R-10228", "LM"),
            Map.entry("399099002", "LMO"),
            Map.entry("R-10230", "LMO"),
            Map.entry("399192008", "XCCL"),
            Map.entry("399101009", "XCCM"),
            Map.entry("399196006", "FB"),
            Map.entry("127457009", "SPECIMEN"));

    /** As the views hang on the wall, so that the list beside it reads in the same order. */
    private static final List<String> HANGING = List.of("RCC", "LCC", "RMLO", "LMLO");

    static ViewName of(Optional<String> laterality, Optional<String> viewCode) {
        return new ViewName(
                laterality.filter(side -> side.matches("[RLB]")).orElse(""),
                viewCode.map(VIEWS::get).orElse(""));
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
