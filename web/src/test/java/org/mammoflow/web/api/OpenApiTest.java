package org.mammoflow.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The description that programs are written from says what the resources do. */
class OpenApiTest {

    @Test
    void describes_every_path_and_method_of_the_resources_and_no_other() {
        assertThat(described()).isEqualTo(implemented());
    }

    @Test
    void gives_every_operation_an_id_of_its_own_and_an_answer() {
        Map<String, Map<String, Map<String, Object>>> paths = paths();
        Stream<Map<String, Object>> operations = paths.values().stream().flatMap(path -> path.values().stream());
        assertThat(operations)
                .allSatisfy(operation -> assertThat(operation).containsKeys("operationId", "summary", "responses"))
                .extracting(operation -> operation.get("operationId"))
                .doesNotHaveDuplicates();
    }

    private static Set<String> described() {
        return paths().entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> implemented() {
        return new ApiV1()
                .getClasses().stream()
                        .filter(resource -> resource.isAnnotationPresent(Path.class))
                        .flatMap(resource ->
                                Stream.of(resource.getDeclaredMethods()).flatMap(method -> operation(resource, method)))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> operation(Class<?> resource, Method method) {
        String path = path(resource.getAnnotation(Path.class)) + path(method.getAnnotation(Path.class));
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value() + " " + path);
    }

    private static String path(Path annotation) {
        return annotation == null ? "" : annotation.value();
    }

    private static Map<String, Map<String, Map<String, Object>>> paths() {
        InputStream description = OpenApiResource.class.getResourceAsStream("openapi.yaml");
        Map<String, Map<String, Map<String, Map<String, Object>>>> document = new Yaml().load(description);
        return document.get("paths");
    }
}
