package io.pomona.simulator.oidc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is wrong with the tokens that the provider gives out.
 *
 * @param claims what becomes of the honest claims
 */
public record Forgery(Seal seal, UnaryOperator<Map<String, Object>> claims) {
  /** What stands where the signature belongs. */
  public enum Seal {
    HONEST,
    /** {@code alg: none} and nothing behind the last dot. */
    NONE,
    /** {@code alg: none} with the signature of an honest token. */
    NONE_BUT_SIGNED,
    /** {@code alg: RS256} and nothing behind the last dot. */
    EMPTY,
    /** {@code alg: HS256} with the public key as the secret. */
    PUBLIC_KEY_AS_SECRET,
    /** A key of nobody under the name of the published one. */
    OTHER_KEY,
    /** A key of nobody that comes along in the header. */
    KEY_IN_HEADER,
    /** Signed first, changed then. */
    ALTERED
  }

  public static Forgery none() {
    return of(Seal.HONEST);
  }

  public static Forgery of(Seal seal) {
    return new Forgery(seal, claims -> claims);
  }

  /** An honest signature over another claim. */
  public static Forgery claiming(String name, Object value) {
    return none().and(name, value);
  }

  public static Forgery without(String name) {
    return new Forgery(
        Seal.HONEST,
        claims -> {
          Map<String, Object> fewer = new LinkedHashMap<>(claims);
          fewer.remove(name);
          return fewer;
        });
  }

  public Forgery and(String name, Object value) {
    return new Forgery(
        seal,
        honest -> {
          Map<String, Object> changed = new LinkedHashMap<>(claims.apply(honest));
          changed.put(name, value);
          return changed;
        });
  }
}
