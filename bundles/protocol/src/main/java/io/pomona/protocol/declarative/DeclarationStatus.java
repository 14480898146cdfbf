package io.pomona.protocol.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a Mac says of one declaration.
 *
 * @param serverToken of the content that it has
 * @param valid {@code valid}, {@code invalid} or {@code unknown}
 */
public record DeclarationStatus(
    DeclarationKind kind,
    String identifier,
    String serverToken,
    boolean active,
    String valid,
    List<StatusReason> reasons) {

  public DeclarationStatus {
    reasons = List.copyOf(reasons);
  }

  static DeclarationStatus read(DeclarationKind kind, JsonNode element) {
    String valid = DeclarativeJson.text(element, "valid");
    return new DeclarationStatus(
        kind,
        DeclarativeJson.text(element, "identifier"),
        DeclarativeJson.text(element, "server-token"),
        element.path("active").asBoolean(false),
        valid.isEmpty() ? "unknown" : valid,
        StatusReason.read(element.path("reasons")));
  }

  public boolean isInvalid() {
    return valid.equals("invalid");
  }
}
