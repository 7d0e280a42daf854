package org.mammoflow.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of the house, for any root package: so that each can be shown to bite on a house that breaks it. */
final class RoomRules {

    private static final List<String> SERVING = List.of("audit", "access", "platform");
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("platform", List.of()),
            Map.entry("access", List.of("platform")),
            Map.entry("audit", List.of("access", "platform")),
            Map.entry("desk", List.of("access", "platform")),
            Map.entry("instance", SERVING),
            Map.entry("finding", SERVING),
            Map.entry("commitment", List.of("instance", "audit", "access", "platform")),
            Map.entry("outcome", List.of("instance", "audit", "access", "platform")),
            Map.entry("intake", List.of("instance", "audit", "access", "platform")),
            Map.entry("inference", List.of("instance", "finding", "audit", "access", "platform")),
            Map.entry("review", List.of("instance", "finding", "audit", "access", "platform")));

    private final String root;

    RoomRules(String root) {
        this.root = root;
    }

    /** One rule for each room: what it may import. */
    Stream<ArchRule> imports() {
        return MAY_IMPORT.keySet().stream().sorted().map(this::imports);
    }

    ArchRule imports(String room) {
        String[] forbidden = Stream.of(
                        "platform",
                        "access",
                        "audit",
                        "desk",
                        "instance",
                        "finding",
                        "intake",
                        "commitment",
                        "outcome",
                        "inference",
                        "review",
                        "report",
                        "health")
                .filter(other -> !other.equals(room) && !MAY_IMPORT.get(room).contains(other))
                .map(other -> root + "." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .as("room " + room + " imports only " + MAY_IMPORT.get(room))
                .allowEmptyShould(true);
    }

    ArchRule entitiesStayInTheirRoom() {
        return classes()
                .that()
                .areAnnotatedWith(jakarta.persistence.Entity.class)
                .should()
                .bePackagePrivate()
                .as("entities stay in their room")
                .allowEmptyShould(true);
    }

    ArchRule onlyInferenceKnowsTheClassifier() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".inference..")
                .and()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.mammoflow.classifier..")
                .as("only inference knows the classifier")
                .allowEmptyShould(true);
    }

    ArchRule nobodyKnowsTheWebOrDjl() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "jakarta.servlet..", "jakarta.ws.rs..", "jakarta.faces..")
                .as("no room knows the web or DJL")
                .allowEmptyShould(true);
    }

    ArchRule timeComesFromTheClock() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".platform..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .as("time comes from the injected clock")
                .allowEmptyShould(true);
    }
}
