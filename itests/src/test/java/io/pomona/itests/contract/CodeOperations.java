package io.pomona.itests.contract;

import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Anonymous;
import io.pomona.api.rest.Requires;
import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;

/** The operations that the annotated classes of all bundles make up, with what each requires. */
final class CodeOperations {
  static final String ANYBODY = "anonymous";
  static final String CLOSED = "closed";

  private CodeOperations() {}

  /** Operation to permission, {@link #ANYBODY} or {@link #CLOSED}. */
  static Map<Operation, String> all() {
    Map<Operation, String> operations = new TreeMap<>();
    for (Class<?> type : resources()) {
      for (Method method : type.getMethods()) {
        verb(method)
            .ifPresent(
                verb ->
                    operations.put(new Operation(verb, path(type, method)), permission(method)));
      }
    }
    return operations;
  }

  private static List<Class<?>> resources() {
    Path bundles = ProjectFolder.root().resolve("bundles");
    try (Stream<Path> files = Files.walk(bundles)) {
      return files
          .filter(file -> file.toString().contains("/target/classes/"))
          .filter(file -> file.toString().matches(".*/rest/[^$]+\\.class"))
          .filter(file -> !file.toString().contains("/api/target/"))
          .<Class<?>>map(CodeOperations::load)
          .filter(AdminResource.class::isAssignableFrom)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Class<?> load(Path file) {
    String name = file.toString().replaceFirst(".*/target/classes/", "");
    try {
      return Class.forName(name.replaceFirst("\\.class$", "").replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(found -> found != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String path(Class<?> type, Method method) {
    String joined =
        "/"
            + text(type.getAnnotation(javax.ws.rs.Path.class))
            + "/"
            + text(method.getAnnotation(javax.ws.rs.Path.class));
    String plain = joined.replaceAll("\\{ *([A-Za-z_]+) *:[^/]*\\}", "{$1}");
    return plain.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
  }

  private static String text(javax.ws.rs.Path path) {
    return path == null ? "" : path.value();
  }

  private static String permission(Method method) {
    if (method.isAnnotationPresent(Anonymous.class)) {
      return ANYBODY;
    }
    return Optional.ofNullable(method.getAnnotation(Requires.class))
        .map(requires -> requires.value().name())
        .orElse(CLOSED);
  }
}
