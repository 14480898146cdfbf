package io.pomona.protocol.plist;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An immutable dictionary that keeps the order of its keys.
 *
 * <p>Values are {@link String}, {@link Long}, {@link Double}, {@link Boolean}, {@link Instant},
 * {@code byte[]}, {@code List<Object>} and {@code PlistDict}, nothing else. An accessor whose key
 * is absent or holds another type answers empty: Apple's devices change types between versions, and
 * a caller that needs a key says so itself. Two dictionaries with the same content are equal,
 * whatever the order.
 */
public final class PlistDict {
  private static final PlistDict EMPTY = new PlistDict(Map.of());

  private final Map<String, Object> values;

  PlistDict(Map<String, Object> values) {
    this.values = values;
  }

  /** The empty dictionary. */
  public static PlistDict of() {
    return EMPTY;
  }

  public static Builder builder() {
    return new Builder();
  }

  public Optional<String> string(String key) {
    return typed(key, String.class);
  }

  /** A copy of the bytes. */
  public Optional<byte[]> data(String key) {
    return typed(key, byte[].class).map(byte[]::clone);
  }

  public Optional<Boolean> bool(String key) {
    return typed(key, Boolean.class);
  }

  public Optional<Long> integer(String key) {
    return typed(key, Long.class);
  }

  /** Accepts an integer too, since devices send whole numbers as such. */
  public Optional<Double> real(String key) {
    return typed(key, Number.class).map(Number::doubleValue);
  }

  public Optional<Instant> date(String key) {
    return typed(key, Instant.class);
  }

  public Optional<PlistDict> dict(String key) {
    return typed(key, PlistDict.class);
  }

  /** The array under this key, empty when there is none. */
  @SuppressWarnings("unchecked")
  public List<Object> array(String key) {
    return values.get(key) instanceof List<?> list ? (List<Object>) list : List.of();
  }

  /** The dictionaries in the array under this key; other elements are left out. */
  public List<PlistDict> dicts(String key) {
    return elements(key, PlistDict.class);
  }

  /** The strings in the array under this key; other elements are left out. */
  public List<String> strings(String key) {
    return elements(key, String.class);
  }

  public Set<String> keys() {
    return values.keySet();
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The values by key, unmodifiable and in order. Do not write into the {@code byte[]} in it. */
  public Map<String, Object> asMap() {
    return values;
  }

  /** A copy in which this key has this value; types as for {@link Builder#put}. */
  public PlistDict with(String key, Object value) {
    Builder copy = new Builder();
    values.forEach(copy::putValue);
    return copy.put(key, value).build();
  }

  private <T> Optional<T> typed(String key, Class<T> type) {
    Object value = values.get(key);
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  private <T> List<T> elements(String key, Class<T> type) {
    return array(key).stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlistDict dict && PlistValues.same(values, dict.values);
  }

  @Override
  public int hashCode() {
    return PlistValues.hash(values);
  }

  /** The keys only: values may be secrets. */
  @Override
  public String toString() {
    return "PlistDict" + values.keySet();
  }

  /** Collects the entries of a dictionary. Not for several threads. */
  public static final class Builder {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Sets one entry; a later value replaces an earlier one.
     *
     * @param value one of the types of a dictionary, or an {@link Integer}, {@link Float}, or a
     *     {@link Map} with string keys
     * @throws IllegalArgumentException for any other type
     */
    public Builder put(String key, Object value) {
      return putValue(key, PlistValues.normalised(value));
    }

    Builder putValue(String key, Object normalised) {
      values.put(Objects.requireNonNull(key, "key"), normalised);
      return this;
    }

    public PlistDict build() {
      return values.isEmpty()
          ? EMPTY
          : new PlistDict(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }
  }
}
