package org.mammoflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoomsTest {

    private static final JavaClasses HOUSE = new ClassFileImporter().importPath(Path.of("target", "classes"));
    private static final String BROKEN = "org.mammoflow.architecture.bites";
    private static final JavaClasses BROKEN_HOUSE = new ClassFileImporter().importPackages(BROKEN);

    static Stream<ArchRule> rules() {
        return all(new RoomRules("org.mammoflow"));
    }

    static Stream<ArchRule> brokenRules() {
        RoomRules rules = new RoomRules(BROKEN);
        return Stream.of(
                rules.imports("finding"),
                rules.imports("review"),
                rules.entitiesStayInTheirRoom(),
                rules.onlyInferenceKnowsTheClassifier(),
                rules.nobodyKnowsTheWebOrDjl(),
                rules.timeComesFromTheClock());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_its_rules(ArchRule rule) {
        rule.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void each_rule_bites_where_it_is_broken(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN_HOUSE).hasViolation()).isTrue();
    }

    @Test
    void every_room_says_what_it_is_for() {
        assertThat(HOUSE.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> name.startsWith("org.mammoflow."))
                        .distinct())
                .allSatisfy(name -> assertThat(hasPackageInfo(name))
                        .as(name + " has a package-info")
                        .isTrue());
    }

    // A package-info without annotations leaves no class file: the source is looked at.
    private static boolean hasPackageInfo(String packageName) {
        String path = "src/main/java/" + packageName.replace('.', '/') + "/package-info.java";
        return Files.exists(Path.of(path));
    }

    private static Stream<ArchRule> all(RoomRules rules) {
        return Stream.concat(
                rules.imports(),
                Stream.of(
                        rules.entitiesStayInTheirRoom(),
                        rules.onlyInferenceKnowsTheClassifier(),
                        rules.nobodyKnowsTheWebOrDjl(),
                        rules.timeComesFromTheClock()));
    }
}
