package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the server knows as a document with apiVersion, kind and spec. */
final class SettingsDocument {
  private SettingsDocument() {}

  static ObjectNode of(String kind, JsonNode spec) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("apiVersion", "v1").put("kind", kind).set("spec", spec);
    return document;
  }

  /**
   * The settings of the organization. Without profiles: a list of paths without the files would say
   * that there shall be no others.
   */
  static ObjectNode ofConfig(JsonNode config) {
    return of("config", withoutProfiles(config));
  }

  /** Of what a team is, that which can be applied. */
  static ObjectNode ofTeam(JsonNode row) {
    ObjectNode team = JsonNodeFactory.instance.objectNode();
    team.set("name", row.path("name"));
    if (row.has("mdm")) {
      team.set("mdm", row.get("mdm"));
    }
    return of("team", JsonNodeFactory.instance.objectNode().set("team", withoutProfiles(team)));
  }

  private static JsonNode withoutProfiles(JsonNode settings) {
    JsonNode copy = settings.deepCopy();
    if (copy.at("/mdm/macos_settings") instanceof ObjectNode macos) {
      macos.remove("custom_settings");
    }
    return copy;
  }
}
