package io.pomona.simulator.mac.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pomona.simulator.mac.command.Subject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What changed since the last report, or everything. */
final class StatusReport {

  private static final String DECLARATIONS = "management.declarations";

  /** Told without being asked for. */
  private static final List<String> UNASKED =
      List.of(
          "management.client-capabilities",
          "device.identifier.serial-number",
          "device.identifier.udid",
          "device.model.family",
          "device.model.identifier",
          "device.model.marketing-name",
          "device.operating-system.build-version",
          "device.operating-system.family",
          "device.operating-system.marketing-name",
          "device.operating-system.version");

  private final Map<String, String> before;
  private final Map<String, String> now = new LinkedHashMap<>();
  private final ObjectNode items = Json.MAPPER.createObjectNode();
  private final ArrayNode errors = Json.MAPPER.createArrayNode();
  private final boolean full;

  StatusReport(Map<String, String> reported, Evaluation evaluation, Subject mac, boolean full) {
    this.before = full ? Map.of() : reported;
    this.full = full;
    StatusItems values = new StatusItems(mac);
    for (String name : wanted(evaluation)) {
      if (!name.equals(DECLARATIONS)) {
        item(name, values.value(name));
      }
    }
    declarations(evaluation.verdicts());
  }

  private static Set<String> wanted(Evaluation evaluation) {
    Set<String> names = new LinkedHashSet<>(UNASKED);
    for (Declaration subscription : evaluation.active(SupportedTypes.SUBSCRIPTIONS)) {
      subscription
          .payload()
          .path("StatusItems")
          .forEach(item -> names.add(item.path("Name").asText()));
    }
    return names;
  }

  private void item(String name, Optional<JsonNode> value) {
    String text = value.map(JsonNode::toString).orElse("");
    now.put(name, text);
    if (text.equals(before.get(name))) {
      return;
    } else if (value.isPresent()) {
      put(name, value.get());
    } else {
      ObjectNode error = errors.addObject().put("StatusItem", name);
      error
          .putArray("Reasons")
          .addObject()
          .put("Code", "Error.UnknownStatusItem")
          .put("Description", "This Mac does not know " + name);
    }
  }

  private void put(String name, JsonNode value) {
    String[] words = name.split("\\.");
    ObjectNode at = items;
    for (int i = 0; i < words.length - 1; i++) {
      at = at.withObject("/" + words[i]);
    }
    at.set(words[words.length - 1], value);
  }

  /** All four lists, with the elements that changed; where none did, nothing. */
  private void declarations(List<Verdict> verdicts) {
    ObjectNode lists = Json.MAPPER.createObjectNode();
    for (DeclarationKind kind : DeclarationKind.values()) {
      lists.putArray(kind.status());
    }
    boolean changed = !before.containsKey(DECLARATIONS);
    now.put(DECLARATIONS, "");
    for (Verdict verdict : verdicts) {
      String list = verdict.declaration().kind().status();
      String key = DECLARATIONS + "." + list + "/" + verdict.declaration().identifier();
      ObjectNode json = verdict.toJson();
      now.put(key, json.toString());
      if (!json.toString().equals(before.get(key))) {
        lists.withArray(list).add(json);
        changed = true;
      }
    }
    if (removed(lists) || changed) {
      put(DECLARATIONS, lists);
    }
  }

  private boolean removed(ObjectNode lists) {
    boolean any = false;
    for (String key : before.keySet()) {
      int slash = key.indexOf('/');
      if (slash > 0 && !now.containsKey(key)) {
        lists
            .withArray(key.substring(DECLARATIONS.length() + 1, slash))
            .addObject()
            .put("identifier", key.substring(slash + 1))
            .put("_removed", true);
        any = true;
      }
    }
    return any;
  }

  boolean saysNothing() {
    return items.isEmpty() && errors.isEmpty();
  }

  /** What will have been reported once this was. */
  Map<String, String> now() {
    return now;
  }

  byte[] body() {
    ObjectNode report = Json.MAPPER.createObjectNode();
    report.set("StatusItems", items);
    report.set("Errors", errors);
    if (full) {
      report.put("FullReport", true);
    }
    return Json.bytes(report);
  }
}
