package org.mammoflow.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.json.Json;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The web tier sees the front doors of the application and their records, nothing behind them. */
class WebRulesTest {

    private static final JavaClasses WEB = new ClassFileImporter().importPath(Path.of("target", "classes"));
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("org.mammoflow.web.bites");

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..")
                        .as("the web tier never touches the database"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .areAnnotatedWith(Entity.class)
                        .as("the web tier never holds an entity"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.mammoflow.classifier..", "ai.djl..", "ai.onnxruntime..")
                        .as("the web tier knows no network"),
                noClasses()
                        .should()
                        .callMethodWhere(
                                describe("its owner is an EJB for rooms", call -> isForRooms(call.getTargetOwner())))
                        .as("the web tier calls front doors only, which ask for a role"),
                noClasses()
                        .that()
                        .resideInAPackage("..web..page..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.mammoflow.dicom..", "java.nio.file..")
                        .as("page beans read no file and no DICOM"),
                noClasses()
                        .that()
                        .resideInAPackage("..web..api..")
                        .should()
                        .callMethod(Json.class, "createObjectBuilder")
                        .as("resources build JSON with JsonBuilders, which looks for no provider"));
    }

    /** An EJB that asks nobody for a role; the room {@code access} is the door itself. */
    private static boolean isForRooms(JavaClass bean) {
        boolean ejb = bean.isAnnotatedWith(Stateless.class) || bean.isAnnotatedWith(Singleton.class);
        boolean asks = bean.isAnnotatedWith(RolesAllowed.class) || bean.isAnnotatedWith(PermitAll.class);
        return ejb && !asks && !bean.getPackageName().equals("org.mammoflow.access");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_web_tier_keeps_its_rules(ArchRule rule) {
        rule.check(WEB);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_rule_bites_where_it_is_broken(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
    }
}
