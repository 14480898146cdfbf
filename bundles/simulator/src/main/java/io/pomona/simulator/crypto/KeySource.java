package io.pomona.simulator.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a virtual Mac takes its RSA keys from: made on the spot as a real Mac does, or shared. */
@FunctionalInterface
public interface KeySource {

  /** RSA key size of every source here; what the enrollment profile of the server asks for. */
  int BITS = 2048;

  KeyPair next();

  /** A new key each time: the real thing, about 100 ms each. */
  static KeySource fresh() {
    return KeySource::generate;
  }

  /**
   * Hands out the same {@code size} keys in turn, so N certificates share them N/size to one.
   * Whoever publishes a figure measured with it says so. Two authorities that must not trust each
   * other need fresh keys: of one pool they may get the same.
   */
  static KeySource pooled(int size) {
    List<KeyPair> keys = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      keys.add(generate());
    }
    return of(keys);
  }

  static KeySource of(List<KeyPair> keys) {
    List<KeyPair> pool = List.copyOf(keys);
    AtomicInteger turn = new AtomicInteger();
    return () -> pool.get(Math.floorMod(turn.getAndIncrement(), pool.size()));
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot make RSA keys", e);
    }
  }
}
