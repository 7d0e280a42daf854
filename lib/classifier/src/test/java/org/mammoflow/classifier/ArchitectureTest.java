package org.mammoflow.classifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.mammoflow.classifier");

    private static final ArchRule ONLY_THE_ENGINE_PACKAGE_KNOWS_DJL = noClasses()
            .that()
            .resideOutsideOfPackage("org.mammoflow.classifier.engine")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai..");

    private static final ArchRule NOTHING_BUT_PIXELS_AND_NETWORKS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "javax..", "java.awt..", "java.sql..", "org.mammoflow.dicom..");

    private static final ArchRule THE_PIPELINE_IS_EXACT = noClasses()
            .that()
            .resideInAPackage("..pixels..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent..", "java.util.random..", "java.time..");

    @Test
    void only_the_engine_package_knows_djl() {
        ONLY_THE_ENGINE_PACKAGE_KNOWS_DJL.check(CLASSES);
        bites(ONLY_THE_ENGINE_PACKAGE_KNOWS_DJL, KnowsDjl.class);
    }

    @Test
    void it_knows_neither_jakarta_nor_dicom() {
        NOTHING_BUT_PIXELS_AND_NETWORKS.check(CLASSES);
        bites(NOTHING_BUT_PIXELS_AND_NETWORKS, KnowsImageIo.class);
    }

    @Test
    void the_pipeline_depends_on_no_thread_time_or_chance() {
        THE_PIPELINE_IS_EXACT.check(CLASSES);
        bites(THE_PIPELINE_IS_EXACT, org.mammoflow.classifier.pixels.KnowsTime.class);
    }

    private static void bites(ArchRule rule, Class<?> offender) {
        JavaClasses offence = new ClassFileImporter().importClasses(offender);
        assertThat(rule.evaluate(offence).hasViolation()).isTrue();
    }

    static class KnowsDjl {
        String engine() {
            return Engine.getDefaultEngineName();
        }
    }

    static class KnowsImageIo {
        void scan() {
            ImageIO.scanForPlugins();
        }
    }
}
