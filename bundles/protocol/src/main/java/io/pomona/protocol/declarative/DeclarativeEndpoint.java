package io.pomona.protocol.declarative;

import java.util.Optional;

/** What a Mac asks for inside a DeclarativeManagement check-in message. */
public sealed interface DeclarativeEndpoint {
  /** The tokens by which it sees whether it has to ask further. */
  record Tokens() implements DeclarativeEndpoint {}

  /** Which declarations there are. */
  record Items() implements DeclarativeEndpoint {}

  /** It brings a status report. */
  record Status() implements DeclarativeEndpoint {}

  /** One declaration. */
  record One(DeclarationKind kind, String identifier) implements DeclarativeEndpoint {}

  /** Empty for what Apple does not describe. */
  static Optional<DeclarativeEndpoint> parse(String path) {
    return switch (path) {
      case "tokens" -> Optional.of(new Tokens());
      case "declaration-items" -> Optional.of(new Items());
      case "status" -> Optional.of(new Status());
      default -> one(path);
    };
  }

  /** Exactly two words are split off: whatever follows is the identifier. */
  private static Optional<DeclarativeEndpoint> one(String path) {
    String[] parts = path.split("/", 3);
    boolean named = parts.length == 3 && parts[0].equals("declaration") && !parts[2].isEmpty();
    return named
        ? DeclarationKind.of(parts[1]).map(kind -> new One(kind, parts[2]))
        : Optional.empty();
  }
}
