package io.pomona.protocol.declarative;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All declarations of a channel, without their payloads. The token is made of the identifiers and
 * tokens of its members, in order: it changes if and only if one of them does, comes or goes.
 *
 * @param declarations each identifier once
 */
public record DeclarationItems(List<DeclarationItem> declarations) {
  public static final DeclarationItems NONE = new DeclarationItems(List.of());

  public DeclarationItems {
    declarations =
        declarations.stream().sorted(Comparator.comparing(DeclarationItem::identifier)).toList();
  }

  public static DeclarationItems of(List<Declaration> declarations) {
    return new DeclarationItems(declarations.stream().map(DeclarationItem::of).toList());
  }

  public String token() {
    List<String> texts = new ArrayList<>();
    for (DeclarationItem declaration : declarations) {
      texts.add(declaration.identifier());
      texts.add(declaration.serverToken());
    }
    return ContentToken.of(texts);
  }

  public boolean isEmpty() {
    return declarations.isEmpty();
  }

  public Optional<DeclarationItem> find(DeclarationKind kind, String identifier) {
    return find(identifier).filter(declaration -> declaration.kind() == kind);
  }

  public Optional<DeclarationItem> find(String identifier) {
    return declarations.stream()
        .filter(declaration -> declaration.identifier().equals(identifier))
        .findFirst();
  }

  /** The answer to {@code declaration-items}, with all four lists. */
  public byte[] toJson() {
    Map<String, Object> lists = new LinkedHashMap<>();
    for (DeclarationKind kind : DeclarationKind.values()) {
      lists.put(
          kind.list(),
          declarations.stream()
              .filter(declaration -> declaration.kind() == kind)
              .map(DeclarationItems::item)
              .toList());
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Declarations", lists);
    fields.put("DeclarationsToken", token());
    return DeclarativeJson.write(fields);
  }

  private static Map<String, Object> item(DeclarationItem declaration) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("Identifier", declaration.identifier());
    item.put("ServerToken", declaration.serverToken());
    return item;
  }
}
