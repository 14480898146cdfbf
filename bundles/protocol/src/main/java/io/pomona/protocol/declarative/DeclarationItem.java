package io.pomona.protocol.declarative;

/** A declaration without its payload: all that a Mac needs to see whether it has it already. */
public record DeclarationItem(
    String identifier, String type, DeclarationKind kind, String serverToken) {

  public static DeclarationItem of(Declaration declaration) {
    return new DeclarationItem(
        declaration.identifier(),
        declaration.type(),
        declaration.kind(),
        declaration.serverToken());
  }
}
