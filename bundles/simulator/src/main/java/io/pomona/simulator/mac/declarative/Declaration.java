package io.pomona.simulator.mac.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pomona.simulator.wire.Plist;
import java.util.Map;

/** A declaration that the Mac holds. */
record Declaration(
    DeclarationKind kind, String identifier, String serverToken, String type, JsonNode payload) {

  /** What was asked for must have come. */
  static Declaration read(Manifest.Item item, byte[] body) throws MalformedDeclarationException {
    ObjectNode root = Json.object(body, item.endpoint());
    require(item, "Identifier", Json.name(root, "Identifier").equals(item.identifier()));
    require(item, "ServerToken", Json.name(root, "ServerToken").equals(item.serverToken()));
    String type = Json.text(root, "Type");
    require(item, "Type", DeclarationKind.ofType(type).filter(item.kind()::equals).isPresent());
    return new Declaration(
        item.kind(), item.identifier(), item.serverToken(), type, Json.child(root, "Payload"));
  }

  private static void require(Manifest.Item item, String key, boolean fits)
      throws MalformedDeclarationException {
    if (!fits) {
      throw new MalformedDeclarationException(
          "The " + key + " of " + item.endpoint() + " is not that of declaration-items");
    }
  }

  Map<String, Object> saved() {
    return Map.of(
        "Kind", kind.name(),
        "Identifier", identifier,
        "ServerToken", serverToken,
        "Type", type,
        "Payload", payload.toString());
  }

  static Declaration restored(Plist values) {
    return new Declaration(
        DeclarationKind.valueOf(values.text("Kind").orElseThrow()),
        values.text("Identifier").orElseThrow(),
        values.text("ServerToken").orElseThrow(),
        values.text("Type").orElseThrow(),
        Json.restored(values.text("Payload").orElseThrow()));
  }
}
