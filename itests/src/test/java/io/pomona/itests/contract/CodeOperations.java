package io.pomona.itests.contract;

import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Anonymous;
import io.pomona.api.rest.Requires;
import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /**
   * Operations that no request reaches: JAX-RS decides by the paths of the classes first, so that
   * one with a longer path takes all that begins with it, also what it has no method for.
   */
  static List<String> hidden() {
    List<Class<?>> all = resources();
    List<String> hidden = new ArrayList<>();
    for (Class<?> owner : all) {
      for (Method method : owner.getMethods()) {
        verb(method).ifPresent(verb -> hidden.addAll(hiding(all, verb + " ", owner, method)));
      }
    }
    return hidden;
  }

  private static List<String> hiding(
      List<Class<?>> all, String verb, Class<?> owner, Method method) {
    String path = path(owner, method);
    return all.stream()
        .filter(other -> root(other).length() > root(owner).length())
        .filter(other -> (path + "/").matches(pattern(root(other)) + "/.*"))
        .map(other -> verb + path + " behind " + other.getSimpleName())
        .toList();
  }

  private static String root(Class<?> type) {
    String path = "/" + text(type.getAnnotation(javax.ws.rs.Path.class));
    return path.equals("//") ? "" : path.replaceAll("/+", "/").replaceAll("/$", "");
  }

  private static String pattern(String root) {
    return root.replaceAll("\\{[^/]*\\}", "[^/]+");
  }

  private static List<Class<?>> resources() {
    try (Stream<Path> files = ProjectFolder.bundleFiles()) {
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
