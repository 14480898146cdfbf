package io.pomona.itests.bench;

import io.pomona.simulator.mac.BenchmarkIdentity;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.PresignedPolls;
import io.pomona.simulator.mac.PresignedPolls.Presigned;

/**
 * An enrolled Mac that only sends what was signed before.
 *
 * @param seed of its hardware
 * @param key the number of its key in the pool
 */
record BenchMac(long seed, int key, BenchmarkIdentity identity, Presigned idle) {

  static BenchMac of(long seed, int key, BenchmarkIdentity identity) {
    return new BenchMac(seed, key, identity, new PresignedPolls(identity).idle());
  }

  MacHardware hardware() {
    return identity.hardware();
  }

  PresignedPolls messages() {
    return new PresignedPolls(identity);
  }
}
