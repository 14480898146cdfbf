package io.pomona.organization.apply;

import java.util.Locale;
import java.util.Map;

/**
 * One document: what kind of thing it describes, and how that should be.
 *
 * @param kind as written
 * @param spec what is below {@code spec}
 */
record SpecDocument(SpecSource source, String kind, Map<String, Object> spec) {
  String kindKey() {
    return kind.toLowerCase(Locale.ROOT);
  }
}
