package io.pomona.organization.oidc;

import io.pomona.api.MdmException;
import io.pomona.organization.FailedLoginActivities;
import io.pomona.organization.FailedLogins;
import java.time.Clock;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what was begun and did not succeed, by network address, and tells who was refused. */
@Component(service = SsoAttempts.class)
public final class SsoAttempts {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");

  private final FailedLogins attempts = new FailedLogins();
  private final FailedLoginActivities told;
  private final Clock clock;

  @Activate
  public SsoAttempts(@Reference FailedLoginActivities told) {
    this(told, Clock.systemUTC());
  }

  SsoAttempts(FailedLoginActivities told, Clock clock) {
    this.told = told;
    this.clock = clock;
  }

  /**
   * @param step a digest of what is attempted, to name it when it succeeds
   */
  void begin(String step, String source) {
    if (!attempts.begin(step, source, clock.instant())) {
      throw MdmException.tooManyRequests(
          "organization.too_many_failures",
          "Too many logins were begun. Try again in five minutes.",
          FailedLogins.WINDOW);
    }
  }

  void succeeded(String step, String source) {
    attempts.succeeded(step, source);
  }

  /**
   * @param email empty text while nobody knows who it is
   */
  <T> T noting(String email, String source, Supplier<T> step) {
    try {
      return step.get();
    } catch (MdmException e) {
      if (e.kind() != MdmException.Kind.UNAVAILABLE) {
        LOG.info("Single sign-on refused from {}: {}", source, e.code());
        told.failed(email, source);
      }
      throw e;
    }
  }
}
