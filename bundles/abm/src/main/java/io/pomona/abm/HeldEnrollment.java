package io.pomona.abm;

import io.pomona.abm.apple.DeviceEnrollment;
import io.pomona.protocol.dep.AppleAccount;
import io.pomona.protocol.dep.AssignmentAnswer;
import io.pomona.protocol.dep.DevicePage;
import java.util.List;
import java.util.Optional;

/**
 * Holds on to the token before each call, so that the lease may be short: who has lost it asks
 * Apple no more.
 */
final class HeldEnrollment implements DeviceEnrollment {
  private final DeviceEnrollment apple;
  private final Runnable hold;

  HeldEnrollment(DeviceEnrollment apple, Runnable hold) {
    this.apple = apple;
    this.hold = hold;
  }

  @Override
  public AppleAccount account() {
    hold.run();
    return apple.account();
  }

  @Override
  public DevicePage fetch(Optional<String> cursor, int limit) {
    hold.run();
    return apple.fetch(cursor, limit);
  }

  @Override
  public DevicePage sync(String cursor, int limit) {
    hold.run();
    return apple.sync(cursor, limit);
  }

  @Override
  public String define(String profile) {
    hold.run();
    return apple.define(profile);
  }

  @Override
  public AssignmentAnswer assign(String profileUuid, List<String> serialNumbers) {
    hold.run();
    return apple.assign(profileUuid, serialNumbers);
  }
}
