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

  /** Of what a team is, that which can be applied. */
  static ObjectNode ofTeam(JsonNode row) {
    ObjectNode team = JsonNodeFactory.instance.objectNode();
    for (String key : new String[] {"name", "description", "mdm"}) {
      if (row.has(key)) {
        team.set(key, row.get(key));
      }
    }
    return of("team", JsonNodeFactory.instance.objectNode().set("team", team));
  }
}
