package org.mammoflow.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.cli.CannotContinue;

class LabelTableTest {
    @TempDir
    Path around;

    private Path folder;

    @BeforeEach
    void images() throws IOException {
        folder = Files.createDirectory(around.resolve("set"));
        Files.createFile(around.resolve("outside.png"));
        Files.createDirectory(folder.resolve("images"));
        Files.createFile(folder.resolve("a.png"));
        Files.createFile(folder.resolve("images").resolve("b.png"));
    }

    private LabelTable read(String... lines) throws IOException {
        Path table = Files.writeString(folder.resolve("labels.csv"), String.join("\n", lines) + "\n");
        return LabelTable.read(table, folder);
    }

    @Test
    void reads_the_shape_of_mini_mias_and_finds_images_in_their_folder() throws IOException {
        LabelTable table = read(
                "image,patient,side,view,tissue,finding,lesions,cancer,implant,class",
                "a.png,P1,R,MLO,D,normal,,0,0,no_implant_negative",
                "b.png,P2,L,MLO,F,malignant,CIRC:M:1:2:3,1,0,no_implant_positive");
        assertThat(table.columns()).startsWith("image", "patient");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(1).image())
                .isEqualTo(folder.resolve("images").resolve("b.png"));
        assertThat(table.rows().get(1).cells()).contains("CIRC:M:1:2:3");
    }

    @Test
    void names_columns_that_are_missing() {
        assertThatThrownBy(() -> read("image,side", "a.png,L"))
                .isInstanceOf(CannotContinue.class)
                .hasMessageContaining("no column patient, class");
    }

    @Test
    void names_an_unknown_class_with_its_line() {
        assertThatThrownBy(() -> read("image,patient,class", "a.png,P1,benign"))
                .isInstanceOf(CannotContinue.class)
                .hasMessageContaining("line 2: unknown class 'benign'")
                .hasMessageContaining("no_implant_negative");
    }

    @Test
    void refuses_a_patient_on_both_sides_of_a_split() {
        assertThatThrownBy(() -> read(
                        "image,patient,class,split",
                        "a.png,P1,implant_negative,train",
                        "b.png,P1,implant_negative,test"))
                .isInstanceOf(CannotContinue.class)
                .hasMessageContaining("line 3: patient P1 is in test and in train");
    }

    @Test
    void names_images_that_are_missing_twice_or_outside_the_folder() {
        assertThatThrownBy(() -> read(
                        "image,patient,class",
                        "c.png,P1,implant_negative",
                        "a.png,P1,implant_negative",
                        "a.png,P1,implant_negative",
                        "../outside.png,P1,implant_negative"))
                .isInstanceOf(CannotContinue.class)
                .hasMessageContaining("line 2: there is no image 'c.png'")
                .hasMessageContaining("line 4: image 'a.png' occurs twice")
                .hasMessageContaining("line 5: there is no image '../outside.png'");
    }

    @Test
    void an_empty_table_or_a_ragged_line_is_refused() {
        assertThatThrownBy(() -> read("image,patient,class")).hasMessageContaining("has no row");
        assertThatThrownBy(() -> read("image,patient,class", "a.png,P1")).hasMessageContaining("line 2: 2 cells");
    }

    @Test
    void a_folder_without_a_table_says_what_is_wanted() {
        assertThatThrownBy(() -> LabelTable.in(folder))
                .hasMessageContaining("truth.csv")
                .hasMessageContaining("--labels");
    }
}
