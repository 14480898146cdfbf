package io.pomona.updates.declarations;

import io.pomona.api.MdmException;
import io.pomona.protocol.declarative.Declaration;
import io.pomona.protocol.declarative.DeclarationType;
import io.pomona.protocol.declarative.DeclarationTypes;
import io.pomona.protocol.declarative.MalformedDeclarationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is refused in a declaration, and what is only odd about it. */
final class DeclarationRules {
  private DeclarationRules() {}

  /**
   * @throws MdmException invalid, naming the field
   */
  static Declaration check(String identifier, String type, byte[] payload) {
    Declaration declaration = read(identifier, type, payload);
    if (identifier.startsWith(OwnDeclarations.PREFIX)) {
      throw MdmException.invalid(
          "updates.reserved_identifier",
          "identifier",
          "Identifiers that begin with io.pomona. are the server's own; choose another.");
    }
    List<String> missing =
        DeclarationTypes.find(type).map(DeclarationType::required).orElse(List.of()).stream()
            .filter(key -> !declaration.values().containsKey(key))
            .toList();
    if (!missing.isEmpty()) {
      throw MdmException.invalid(
          "updates.missing_keys",
          "payload",
          "The payload must have " + String.join(", ", missing) + ".");
    }
    return declaration;
  }

  private static Declaration read(String identifier, String type, byte[] payload) {
    try {
      return Declaration.of(identifier, type, payload);
    } catch (MalformedDeclarationException e) {
      throw MdmException.invalid("updates.invalid_declaration", e.part(), e.getMessage())
          .causedBy(e);
    }
  }

  /** Sentences: what a Mac may refuse. */
  static List<String> warnings(Declaration declaration) {
    Optional<DeclarationType> known = DeclarationTypes.find(declaration.type());
    if (known.isEmpty()) {
      return List.of("This type is not known here; a Mac takes it if its macOS knows it.");
    }
    List<String> found = new ArrayList<>();
    DeclarationType type = known.get();
    if (type.since().isEmpty()) {
      found.add("No Mac takes this type.");
    } else if (!type.deviceChannel()) {
      found.add("Macs take this type for users only, and this declares for the Mac itself.");
    }
    type.since()
        .filter(since -> since.parts().get(0) > 13)
        .ifPresent(since -> found.add("Macs take this type since macOS " + since + "."));
    if (type.supervised()) {
      found.add("Only supervised Macs take this type.");
    }
    return found;
  }
}
