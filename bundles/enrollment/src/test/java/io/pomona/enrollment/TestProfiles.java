package io.pomona.enrollment;

import io.pomona.testkit.InMemoryStoreSet;
import java.time.Clock;

/** Enrollment profiles for tests in other packages. */
public final class TestProfiles {
  private TestProfiles() {}

  public static EnrollmentProfiles over(InMemoryStoreSet stores, Clock clock) {
    FakePki pki = new FakePki(stores, clock);
    return new EnrollmentProfiles(
        stores.organization(), new FakePush(), pki, pki, pki, pki, Configs.defaults());
  }
}
