package io.pomona.escrow.filevault;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.EncryptionReportStore;
import io.pomona.escrow.EscrowConfig;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.Commands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks Macs again whose disk is not encrypted or whose recovery key is not here, and those that
 * have just got the profile. A Mac that is away has one question waiting, not many: the same one
 * that asks for all of its details.
 */
@Component(service = EncryptionQuestions.class, configurationPid = EscrowConfig.PID)
public final class EncryptionQuestions {
  static final int BATCH = 300;

  // The answer goes where those to the daily question go.
  private static final String INVENTORY = "enrollment";
  private static final Duration LIFE = Duration.ofHours(24);

  private final EncryptionReportStore reports;
  private final Duration pause;
  private final Clock clock;

  @Activate
  public EncryptionQuestions(@Reference EncryptionReportStore reports, EscrowConfig config) {
    this(reports, Duration.ofMinutes(Math.max(1, config.ask_minutes())), Clock.systemUTC());
  }

  EncryptionQuestions(EncryptionReportStore reports, Duration pause, Clock clock) {
    this.reports = reports;
    this.pause = pause;
    this.clock = clock;
  }

  /** Asks all that are due. Called by a route. */
  public int sweep() {
    Instant now = clock.instant();
    int count = 0;
    List<Host> due;
    do {
      due = reports.toAsk(now.minus(pause), BATCH);
      ask(due, now);
      count += due.size();
    } while (due.size() == BATCH);
    return count;
  }

  private void ask(List<Host> due, Instant now) {
    if (due.isEmpty()) {
      return;
    }
    List<ChannelId> devices =
        due.stream().flatMap(host -> host.udid().stream()).map(ChannelId::device).toList();
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
    reports.ask(
        due.stream().map(Host::id).toList(),
        List.of(
            new CommandOrder(
                question.because("disk encryption").about(body.requestType()), devices)),
        now);
  }
}
