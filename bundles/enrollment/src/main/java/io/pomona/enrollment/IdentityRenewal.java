package io.pomona.enrollment;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.RenewalStore;
import io.pomona.api.enrollment.RenewalStore.RenewalDue;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.Commands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives Macs new identities long before the present ones end, and when the device CA has changed.
 *
 * <p>An attempt is a profile with a fresh challenge and a deadline. Whatever becomes of it, NotNow,
 * an error, silence, a Mac that is away, the only thing that ends the matter is an Authenticate
 * under a new certificate; until then there is always a next attempt.
 */
@Component(service = IdentityRenewal.class, configurationPid = EnrollmentConfig.PID)
public final class IdentityRenewal {
  static final String OWNER = "enrollment-renewal";
  private static final Logger LOG = LoggerFactory.getLogger(IdentityRenewal.class);

  // A sweep makes this many profiles at most: each costs an RSA signature.
  private static final int BATCH = 200;
  private static final Duration ATTEMPT = Duration.ofDays(14);

  // Longer than the attempt, since a Mac may have fetched the command in its last minute.
  private static final Duration CHALLENGE_LIFE = Duration.ofDays(90);

  private final RenewalStore renewals;
  private final EnrollmentProfiles profiles;
  private final Duration ahead;
  private final Clock clock;

  @Activate
  public IdentityRenewal(
      @Reference RenewalStore renewals,
      @Reference EnrollmentProfiles profiles,
      EnrollmentConfig config) {
    this(renewals, profiles, Duration.ofDays(config.renewal_days()), Clock.systemUTC());
  }

  IdentityRenewal(RenewalStore renewals, EnrollmentProfiles profiles, Duration ahead, Clock clock) {
    this.renewals = renewals;
    this.profiles = profiles;
    this.ahead = ahead;
    this.clock = clock;
  }

  /**
   * Begins the attempts that are due. Called by a route.
   *
   * @return how many were begun
   */
  public int sweep() {
    if (!profiles.isPossible()) {
      return 0;
    }
    Instant now = clock.instant();
    int begun = 0;
    for (RenewalDue due : renewals.due(now.plus(ahead), now, BATCH)) {
      begun += begin(due, now) ? 1 : 0;
    }
    if (begun > 0) {
      LOG.info("Began to renew the identities of {} Macs", begun);
    }
    return begun;
  }

  private boolean begin(RenewalDue due, Instant now) {
    try {
      Instant deadline = now.plus(ATTEMPT);
      renewals.begin(due.device(), order(due.device(), now, deadline), now, deadline);
      return true;
    } catch (RuntimeException e) {
      // One Mac must not keep the others waiting; the next sweep comes back to it.
      LOG.warn("The identity of Mac {} cannot be renewed now", due.device(), e);
      return false;
    }
  }

  private CommandOrder order(ChannelId device, Instant now, Instant deadline) {
    CommandUuid uuid = CommandUuid.random();
    byte[] profile = profiles.renewal(device.device(), CHALLENGE_LIFE);
    NewCommand command =
        new NewCommand(
            uuid,
            "InstallProfile",
            Commands.installProfile(profile).encode(uuid.value()),
            NewCommand.ROUTINE,
            OWNER,
            "Pomona",
            now,
            Optional.of(deadline));
    return new CommandOrder(command.because("renewal of the identity"), List.of(device));
  }
}
