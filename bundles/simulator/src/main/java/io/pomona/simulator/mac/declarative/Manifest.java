package io.pomona.simulator.mac.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The answer of declaration-items. */
record Manifest(String declarationsToken, List<Item> items) {

  record Item(DeclarationKind kind, String identifier, String serverToken) {

    String endpoint() {
      return "declaration/" + kind.path() + "/" + identifier;
    }
  }

  /** All four lists are there, and no identifier is twice among them. */
  static Manifest read(byte[] body) throws MalformedDeclarationException {
    ObjectNode root = Json.object(body, "declaration-items");
    ObjectNode lists = Json.child(root, "Declarations");
    List<Item> items = new ArrayList<>();
    Set<String> identifiers = new HashSet<>();
    for (DeclarationKind kind : DeclarationKind.values()) {
      JsonNode list = lists.path(kind.manifest());
      if (!list.isArray()) {
        throw new MalformedDeclarationException(kind.manifest() + " is missing or no array");
      }
      for (JsonNode entry : list) {
        Item item = new Item(kind, Json.name(entry, "Identifier"), Json.name(entry, "ServerToken"));
        if (!identifiers.add(item.identifier())) {
          throw new MalformedDeclarationException(item.identifier() + " is declared twice");
        }
        items.add(item);
      }
    }
    return new Manifest(Json.name(root, "DeclarationsToken"), List.copyOf(items));
  }

  /** The DeclarationsToken of an answer of tokens, or of the Data of a command. */
  static String token(byte[] body) throws MalformedDeclarationException {
    ObjectNode tokens = Json.child(Json.object(body, "tokens"), "SyncTokens");
    String timestamp = Json.text(tokens, "Timestamp");
    try {
      OffsetDateTime.parse(timestamp);
    } catch (DateTimeException e) {
      throw new MalformedDeclarationException("Timestamp is not of RFC 3339: " + timestamp);
    }
    return Json.name(tokens, "DeclarationsToken");
  }
}
