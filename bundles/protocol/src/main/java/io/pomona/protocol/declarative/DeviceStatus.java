package io.pomona.protocol.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a channel has reported so far, as it is kept. */
public final class DeviceStatus {
  /** Of what is kept, in bytes; beyond it only the last report counts. */
  static final int LARGEST = 2 * StatusReport.LARGEST;

  private static final int MOST_ERRORS = 100;

  private final ObjectNode items;
  private final Map<String, JsonNode> errors;

  private DeviceStatus(ObjectNode items, Map<String, JsonNode> errors) {
    this.items = items;
    this.errors = errors;
  }

  public static DeviceStatus none() {
    return new DeviceStatus(JsonNodeFactory.instance.objectNode(), new LinkedHashMap<>());
  }

  /** Reads what {@link #toJson} wrote. */
  public static DeviceStatus read(byte[] kept) {
    DeviceStatus status = none();
    DeclarativeJson.object(kept)
        .ifPresent(
            root -> {
              if (root.get("StatusItems") instanceof ObjectNode items) {
                status.items.setAll(items);
              }
              root.path("Errors").forEach(error -> status.errors.put(item(error), error));
            });
    return status;
  }

  public byte[] toJson() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("StatusItems", items);
    fields.put("Errors", errors.values());
    return DeclarativeJson.write(fields);
  }

  /**
   * What is known after a report.
   *
   * @param wanted which declarations the channel is to have: of others a former status is forgotten
   */
  public DeviceStatus with(StatusReport report, Predicate<String> wanted) {
    DeviceStatus base =
        report.isFull() ? none() : new DeviceStatus(items.deepCopy(), new LinkedHashMap<>(errors));
    base.take(report, wanted);
    if (base.toJson().length <= LARGEST) {
      return base;
    }
    DeviceStatus alone = none();
    alone.take(report, wanted);
    return alone;
  }

  private void take(StatusReport report, Predicate<String> wanted) {
    ObjectNode reported = report.items().deepCopy();
    if (reported.get("management") instanceof ObjectNode management) {
      management.remove("push-token");
    }
    errors.keySet().removeIf(name -> !DeclarativeJson.node(reported, name).isMissingNode());
    new StatusMerge(wanted).into(items, reported);
    for (JsonNode error : report.errors()) {
      if (errors.size() < MOST_ERRORS) {
        errors.put(item(error), error);
      }
    }
  }

  private static String item(JsonNode error) {
    return DeclarativeJson.text(error, "StatusItem");
  }

  /** The text of an item, its name with dots; empty when it was not reported. */
  public Optional<String> text(String name) {
    return DeclarativeJson.at(items, name);
  }

  /** What it says of declarations, in the order of their kinds. */
  public List<DeclarationStatus> declarations() {
    List<DeclarationStatus> found = new ArrayList<>();
    JsonNode lists = DeclarativeJson.node(items, StatusMerge.DECLARATIONS);
    for (DeclarationKind kind : DeclarationKind.values()) {
      lists
          .path(kind.reported())
          .forEach(element -> found.add(DeclarationStatus.read(kind, element)));
    }
    return found;
  }

  /** All items, nested by the dots of their names, as plain values. */
  public Map<String, Object> items() {
    return DeclarativeJson.map(items);
  }

  /** The items that it could not report, and why. */
  public Map<String, List<StatusReason>> errors() {
    Map<String, List<StatusReason>> found = new LinkedHashMap<>();
    errors.forEach((name, error) -> found.put(name, StatusReason.read(error.path("Reasons"))));
    return found;
  }
}
