package io.pomona.protocol.command.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How values were written: each method is empty for a value of another type. */
interface ValueForm {
  /** The value of a key that is no container, as property lists have it. */
  Optional<Object> scalar(KeyType type, Object value);

  Optional<List<?>> elements(Object value);

  Optional<Map<String, ?>> entries(Object value);

  /** A value of any type. */
  Optional<Object> any(Object value);

  /** What a value is, without telling it. */
  String found(Object value);

  /** How a value of this type is written. */
  String wanted(KeyType type);
}
