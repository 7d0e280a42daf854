package org.mammoflow.dicom;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The toolkit stands alone, and its packages stand on each other in one direction: data, file, then image and net. */
class ArchitectureTest {

    private static final String TOOLKIT = "org.mammoflow.dicom..";
    private static final String DATA = "org.mammoflow.dicom.data..";
    private static final String FILE = "org.mammoflow.dicom.file..";
    private static final String IMAGE = "org.mammoflow.dicom.image..";
    private static final String NET = "org.mammoflow.dicom.net..";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.mammoflow.dicom");

    /** Tests use what they like; in them each rule must find something. */
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("org.mammoflow.dicom");

    @Test
    void knows_no_jakarta_ee() {
        independent(TOOLKIT, "jakarta..", "javax.ejb..", "javax.enterprise..").check(PRODUCT);
        assertBites(independent(TOOLKIT, "org.junit.."));
    }

    @Test
    void knows_no_other_module() {
        outsiders("org.mammoflow..", TOOLKIT).check(PRODUCT);
        assertBites(outsiders(TOOLKIT, DATA));
    }

    @Test
    void data_stands_on_the_jdk_alone() {
        outsiders("..", DATA, "java..").check(PRODUCT.that(resideInAPackage(DATA)));
        assertThat(outsiders("..", DATA, "java..")
                        .evaluate(TESTS.that(resideInAPackage(DATA)))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void data_knows_nobody_above_it() {
        independent(DATA, FILE, IMAGE, NET).check(PRODUCT);
        assertBites(independent(DATA, FILE, IMAGE, NET));
    }

    @Test
    void file_knows_neither_images_nor_the_network() {
        independent(FILE, IMAGE, NET).allowEmptyShould(true).check(PRODUCT);
        assertBites(independent(FILE, DATA));
    }

    @Test
    void images_and_the_network_know_nothing_of_each_other() {
        independent(IMAGE, NET).allowEmptyShould(true).check(PRODUCT);
        independent(NET, IMAGE).allowEmptyShould(true).check(PRODUCT);
        assertBites(independent(FILE, DATA));
    }

    private static ArchRule independent(String who, String... ofWhom) {
        return noClasses().that().resideInAPackage(who).should().dependOnClassesThat(resideInAnyPackage(ofWhom));
    }

    /** Nobody depends on what lies in a package but outside of others. */
    private static ArchRule outsiders(String inside, String... allowed) {
        return noClasses().should().dependOnClassesThat(resideInAPackage(inside).and(not(resideInAnyPackage(allowed))));
    }

    private static void assertBites(ArchRule rule) {
        assertThat(rule.evaluate(TESTS).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }
}
