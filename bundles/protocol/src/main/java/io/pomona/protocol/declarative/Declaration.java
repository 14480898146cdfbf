package io.pomona.protocol.declarative;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Mac is to be, in one respect. Its server token is made of its content and nothing else: it
 * changes if and only if the content does, on whichever server and whenever it is made.
 *
 * @param payload a JSON object with its keys in order
 */
public record Declaration(String identifier, String type, DeclarationKind kind, String payload) {
  /** Of an identifier and of a token, in bytes. */
  public static final int LONGEST = 64;

  /** Of a payload, in bytes. */
  public static final int LARGEST = 128 * 1024;

  /**
   * @throws MalformedDeclarationException with a sentence that says what is wrong
   */
  public static Declaration of(String identifier, String type, byte[] payload)
      throws MalformedDeclarationException {
    requireIdentifier(identifier);
    DeclarationKind kind =
        DeclarationKind.ofType(type)
            .orElseThrow(
                () ->
                    new MalformedDeclarationException(
                        "type",
                        "The type must be one of Apple's, com.apple.activation.…, .asset.…,"
                            + " .configuration.… or .management.…."));
    if (payload.length > LARGEST) {
      throw new MalformedDeclarationException(
          "payload", "The payload is larger than " + LARGEST / 1024 + " KiB.");
    }
    ObjectNode object =
        DeclarativeJson.object(payload)
            .orElseThrow(
                () ->
                    new MalformedDeclarationException(
                        "payload",
                        "The payload must be a JSON object, no deeper than "
                            + DeclarativeJson.DEEPEST
                            + " and without a key twice."));
    return new Declaration(identifier, type, kind, canonical(object));
  }

  /** One that the server makes itself. */
  public static Declaration of(String identifier, String type, Map<String, Object> payload) {
    return new Declaration(
        identifier,
        type,
        DeclarationKind.ofType(type).orElseThrow(),
        canonical(DeclarativeJson.tree(payload)));
  }

  /** A payload as bytes, for {@link #of(String, String, byte[])}. */
  public static byte[] json(Map<String, Object> payload) {
    return DeclarativeJson.write(payload);
  }

  private static void requireIdentifier(String identifier) throws MalformedDeclarationException {
    if (!identifier.matches("[A-Za-z0-9._-]+")
        || identifier.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw new MalformedDeclarationException(
          "identifier",
          "The identifier must be 1 to 64 letters, digits, dots, hyphens and underscores.");
    }
  }

  private static String canonical(ObjectNode object) {
    return new String(
        DeclarativeJson.write(DeclarativeJson.sorted(object)), StandardCharsets.UTF_8);
  }

  public String serverToken() {
    return ContentToken.of(List.of(identifier, type, payload));
  }

  /** As a Mac gets it. */
  public byte[] toJson() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Identifier", identifier);
    fields.put("Type", type);
    fields.put("ServerToken", serverToken());
    fields.put("Payload", node());
    return DeclarativeJson.write(fields);
  }

  /** The payload as plain values. */
  public Map<String, Object> values() {
    return DeclarativeJson.map(node());
  }

  private ObjectNode node() {
    return DeclarativeJson.object(payload.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  /** The configurations that an activation names; none for the other kinds. */
  public List<String> activates() {
    return kind == DeclarationKind.ACTIVATION
            && values().get("StandardConfigurations") instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Without the payload, which may hold what is nobody's business. */
  @Override
  public String toString() {
    return "Declaration[" + identifier + ", " + type + "]";
  }
}
