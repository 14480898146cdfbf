package io.pomona.enrollment;

import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushCertificates;
import io.pomona.testkit.Fixtures;
import java.time.Instant;
import java.util.Optional;

/** A push certificate, or none while MDM is off. */
final class FakePush implements PushCertificates {
  private Optional<PushCertificateInfo> current =
      Optional.of(
          new PushCertificateInfo(
              Fixtures.TOPIC, "APSP", "01", "Apple", Instant.parse("2030-01-01T00:00:00Z")));

  void turnOff() {
    current = Optional.empty();
  }

  @Override
  public Optional<PushCertificateInfo> current() {
    return current;
  }
}
