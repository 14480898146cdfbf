package io.pomona.escrow.filevault;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.DeviceListener;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.escrow.EncryptionReportStore;
import io.pomona.api.escrow.EncryptionReportStore.Pauses;
import io.pomona.escrow.EscrowConfig;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.Commands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks Macs again whose disk is not encrypted or whose recovery key is not here, and those that
 * have just got the profile: the longer nothing changes, the more seldom, but soon again when a
 * person is at the Mac. One that is away has one question waiting, not many: the same one that asks
 * for all of its details.
 */
@Component(
    service = {EncryptionQuestions.class, DeviceListener.class},
    configurationPid = EscrowConfig.PID)
public final class EncryptionQuestions implements DeviceListener {
  static final int BATCH = 300;

  // The next sweep goes on; whoever stops the route need not wait for a whole fleet.
  private static final int MOST_BATCHES = 100;
  // The answer goes where those to the daily question go.
  private static final String INVENTORY = "enrollment";
  private static final Duration LIFE = Duration.ofHours(24);

  private final EncryptionReportStore reports;
  private final Pauses pauses;
  private final Clock clock;

  @Activate
  public EncryptionQuestions(@Reference EncryptionReportStore reports, EscrowConfig config) {
    this(reports, Duration.ofMinutes(Math.max(1, config.ask_minutes())), Clock.systemUTC());
  }

  EncryptionQuestions(EncryptionReportStore reports, Duration pause, Clock clock) {
    this.reports = reports;
    this.pauses = new Pauses(pause, LIFE);
    this.clock = clock;
  }

  /**
   * Asks all that are due. Called by a route.
   *
   * @return how many were due
   */
  public int sweep() {
    int count = 0;
    int due = BATCH;
    for (int batch = 0; due == BATCH && batch < MOST_BATCHES; batch++) {
      due = ask(clock.instant());
      count += due;
    }
    return count;
  }

  private int ask(Instant now) {
    CommandBody body = Commands.securityInfo();
    CommandUuid uuid = CommandUuid.random();
    NewCommand question =
        new NewCommand(
            uuid,
            body.requestType(),
            body.encode(uuid.value()),
            NewCommand.ROUTINE,
            INVENTORY,
            "Pomona",
            now,
            Optional.of(now.plus(LIFE)));
    return reports.ask(
        question.because("disk encryption").about(body.requestType()), pauses, BATCH, now);
  }

  /** A user who logs in may be the one who turns FileVault on. */
  @Override
  public void enrolled(Enrollment enrollment) {
    reports.hasten(enrollment.host(), clock.instant());
  }

  @Override
  public void tokenUpdated(Enrollment enrollment) {
    enrolled(enrollment);
  }
}
