package io.pomona.simulator.support;

import io.pomona.simulator.crypto.KeySource;

/** Four RSA keys for all tests of a run: making them is what takes the time. */
public final class TestKeys {

  public static final KeySource KEYS = KeySource.pooled(4);

  private TestKeys() {}
}
