package io.pomona.protocol.command.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A key of a command.
 *
 * @param name as Apple spells it; for the elements of an array, what they are told apart by
 * @param required whether the dictionary that it is in must have it
 * @param choices the only values that it may have; none = any
 * @param usual what a Mac takes where the key is not given
 * @param keys of a dictionary its keys; of an array its elements, of which each must be like one
 * @param open whether a dictionary may have any other keys
 * @param someOf of a dictionary: lists of keys, of each of which at least one must be there
 */
public record CommandKey(
    String name,
    KeyType type,
    boolean required,
    Availability availability,
    List<KeyChoice> choices,
    KeyLimits limits,
    Optional<String> usual,
    List<CommandKey> keys,
    boolean open,
    List<List<String>> someOf) {

  /** The key of a dictionary, or the kind of element, with this name. */
  public Optional<CommandKey> key(String wanted) {
    return keys.stream().filter(key -> key.name.equals(wanted)).findFirst();
  }

  /** Whether it holds other values. */
  public boolean isContainer() {
    return type == KeyType.ARRAY || type == KeyType.DICTIONARY;
  }

  List<String> keyNames() {
    return keys.stream().map(CommandKey::name).toList();
  }
}
