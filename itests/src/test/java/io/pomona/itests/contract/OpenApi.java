package io.pomona.itests.contract;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** docs/openapi.yaml as the tests read it. */
public final class OpenApi {
  private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");

  private final Map<?, ?> document;

  private OpenApi(Map<?, ?> document) {
    this.document = document;
  }

  public static OpenApi read() {
    try {
      return new OpenApi(
          new Yaml().load(Files.readString(ProjectFolder.root().resolve("docs/openapi.yaml"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each operation with its {@code x-permission}. */
  public Map<Operation, String> operations() {
    Map<Operation, String> operations = new TreeMap<>();
    map(document.get("paths"))
        .forEach(
            (path, item) ->
                map(item)
                    .forEach(
                        (verb, operation) -> {
                          if (VERBS.contains(verb)) {
                            operations.put(
                                new Operation(
                                    verb.toString().toUpperCase(java.util.Locale.ROOT),
                                    path.toString()),
                                String.valueOf(map(operation).get("x-permission")));
                          }
                        }));
    return operations;
  }

  /** What only reads and answers with a file, base64 or a secret somewhere in the answer. */
  public List<Operation> givingContent() {
    return operations().keySet().stream()
        .filter(operation -> operation.method().equals("GET"))
        .filter(
            operation ->
                hasBytes(map(item(operation).get("responses")).get("200"), new HashSet<>()))
        .toList();
  }

  /**
   * @param seen schemas that were looked at, for some hold themselves
   */
  private boolean hasBytes(Object node, Set<String> seen) {
    if (node instanceof List<?> list) {
      return list.stream().anyMatch(one -> hasBytes(one, seen));
    }
    if (map(node).get("$ref") instanceof String name) {
      return seen.add(name) && hasBytes(schema(name.substring(name.lastIndexOf('/') + 1)), seen);
    }
    return Set.of("byte", "binary", "password").contains(String.valueOf(map(node).get("format")))
        || map(node).values().stream().anyMatch(one -> hasBytes(one, seen));
  }

  private Object schema(String name) {
    return map(map(document.get("components")).get("schemas")).get(name);
  }

  /** Operations with a body of this media type. */
  public List<Operation> taking(String mediaType) {
    return operations().keySet().stream()
        .filter(
            operation ->
                map(map(item(operation).get("requestBody")).get("content")).containsKey(mediaType))
        .toList();
  }

  /** Whether a query parameter of this name is described. */
  public boolean takesQuery(Operation operation, String name) {
    return item(operation).get("parameters") instanceof List<?> parameters
        && parameters.stream()
            .map(OpenApi::map)
            .anyMatch(parameter -> name.equals(parameter.get("name")));
  }

  private Map<?, ?> item(Operation operation) {
    Map<?, ?> item = map(map(document.get("paths")).get(operation.path()));
    return map(item.get(operation.method().toLowerCase(java.util.Locale.ROOT)));
  }

  /** Operations without a summary or without any described answer. */
  public List<Operation> undescribed() {
    return operations().keySet().stream().filter(operation -> !described(operation)).toList();
  }

  private boolean described(Operation operation) {
    Map<?, ?> found = item(operation);
    return found.get("summary") != null && !map(found.get("responses")).isEmpty();
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
