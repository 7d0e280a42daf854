package org.mammoflow.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;

class ImageNamesTest {

    private static final String MLO = "399368009";
    private static final String DISPLACED = "399209000";
    private static final String MAGNIFICATION = "399163009";
    private static final String SPOT = "399055006";

    private final Map<String, Attributes> study = new LinkedHashMap<>();

    @Test
    void the_first_image_of_a_view_is_called_by_its_side_and_view_and_the_others_by_which_repeat_they_are() {
        study.put("third", image("L", MLO).set(Tag.AcquisitionDateTime, "20261127103000"));
        study.put("first", image("L", MLO).set(Tag.AcquisitionDateTime, "20261127101000"));
        study.put("second", image("L", MLO).set(Tag.AcquisitionDateTime, "20261127102000"));
        study.put("other", image("R", MLO));
        assertThat(names(Locale.ENGLISH))
                .containsEntry("first", "LMLO")
                .containsEntry("second", "LMLO, repeat 1")
                .containsEntry("third", "LMLO, repeat 2")
                .containsEntry("other", "RMLO");
    }

    @Test
    void images_that_say_no_time_are_counted_by_their_number_and_then_as_they_came() {
        study.put("late", image("R", MLO).set(Tag.InstanceNumber, "7"));
        study.put("came first", image("R", MLO).set(Tag.InstanceNumber, "3"));
        study.put("came last", image("R", MLO).set(Tag.InstanceNumber, "3"));
        assertThat(names(Locale.ENGLISH))
                .containsEntry("came first", "RMLO")
                .containsEntry("came last", "RMLO, repeat 1")
                .containsEntry("late", "RMLO, repeat 2");
    }

    @Test
    void what_is_particular_about_an_image_is_in_its_name_in_the_language_of_the_reader() {
        study.put("plain", image("L", MLO));
        study.put("displaced", image("L", MLO, DISPLACED));
        study.put("close", image("L", MLO, MAGNIFICATION, SPOT));
        study.put("by factor", image("L", MLO).set(Tag.EstimatedRadiographicMagnificationFactor, "1.8"));
        assertThat(names(Locale.ENGLISH))
                .containsEntry("plain", "LMLO")
                .containsEntry("displaced", "LMLO, implant displaced")
                .containsEntry("close", "LMLO, magnified, spot compression")
                .containsEntry("by factor", "LMLO, magnified");
        assertThat(names(Locale.GERMAN)).containsEntry("displaced", "LMLO, Implantat verschoben");
        assertThat(names(Locale.FRENCH)).containsEntry("displaced", "LMLO, implant déplacé");
    }

    @Test
    void a_modifier_without_a_name_of_ours_keeps_the_words_of_the_modality() {
        Attributes tangential = new Attributes().set(Tag.CodeValue, "1").set(Tag.CodeMeaning, "Tangential");
        study.put("tangential", view("R", MLO, tangential));
        assertThat(names(Locale.GERMAN)).containsEntry("tangential", "RMLO, Tangential");
    }

    @Test
    void images_of_unknown_views_are_told_apart_but_not_called_repeats() {
        study.put("one", new Attributes());
        study.put("two", new Attributes());
        study.put("side", new Attributes().set(Tag.ImageLaterality, "R"));
        assertThat(names(Locale.ENGLISH))
                .containsEntry("one", "?")
                .containsEntry("two", "?, image 2")
                .containsEntry("side", "R?");
    }

    private Map<String, String> names(Locale locale) {
        Map<String, String> names = new ImageNames(locale).of(study);
        assertThat(names.values()).doesNotHaveDuplicates();
        return names;
    }

    private static Attributes image(String side, String view, String... modifiers) {
        List<Attributes> items = Stream.of(modifiers)
                .map(code -> new Attributes().set(Tag.CodeValue, code).set(Tag.CodeMeaning, "a modifier of ours"))
                .toList();
        return view(side, view, items.toArray(Attributes[]::new));
    }

    private static Attributes view(String side, String view, Attributes... modifiers) {
        Attributes code = new Attributes().set(Tag.CodeValue, view);
        if (modifiers.length > 0) {
            code.setItems(Tag.ViewModifierCodeSequence, modifiers);
        }
        return new Attributes().set(Tag.ImageLaterality, side).setItems(Tag.ViewCodeSequence, code);
    }
}
