package io.pomona.api.organization;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a document says of one {@link SettingsSection}.
 *
 * @param values only the keys that the document has, each with a value of the described kind:
 *     absent is not the same as empty
 * @param files what the values refer to, by path as the document writes it; empty when the values
 *     came alone, as they do from clients that send the files by another call
 * @param force whether the caller wants what takes much away or cannot be undone
 */
public record SettingsWish(
    Map<String, Object> values, Optional<Map<String, byte[]>> files, boolean force) {
  /** The text of a key. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key)).map(Object::toString);
  }

  /** Of a key that is on or off. */
  public Optional<Boolean> flag(String key) {
    return Optional.ofNullable(values.get(key)).map(Boolean.class::cast);
  }

  /** The texts of a list; what is no text in it is as JSON writes it. */
  public Optional<List<String>> texts(String key) {
    return Optional.ofNullable(values.get(key))
        .map(value -> ((List<?>) value).stream().map(String::valueOf).toList());
  }
}
