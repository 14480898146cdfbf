package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Actor;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandReportReader;
import io.pomona.protocol.command.Commands;
import io.pomona.protocol.command.MalformedCommandException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Turns MDM off for a Mac: has it remove our profile. The Mac is off once it has said so, by
 * CheckOut or by its answer, whichever arrives.
 */
@Component(service = {Unenrollment.class, CommandOutcomeListener.class})
public final class Unenrollment implements CommandOutcomeListener {
  private static final Duration LIFE = Duration.ofDays(30);
  private static final long PROFILE_NOT_FOUND = 89;

  private final CommandQueueStore queue;
  private final HostStore hosts;
  private final EnrollmentGate gate;
  private final Clock clock;

  @Activate
  public Unenrollment(
      @Reference CommandQueueStore queue,
      @Reference HostStore hosts,
      @Reference EnrollmentGate gate) {
    this(queue, hosts, gate, Clock.systemUTC());
  }

  Unenrollment(CommandQueueStore queue, HostStore hosts, EnrollmentGate gate, Clock clock) {
    this.queue = queue;
    this.hosts = hosts;
    this.gate = gate;
    this.clock = clock;
  }

  /** Queues the removal before anything else that waits. */
  public CommandUuid request(Actor actor, Host host) {
    if (!host.mdm().isOn() || host.udid().isEmpty()) {
      throw MdmException.conflict("enrollment.mdm_is_off", "MDM is off for this host already.");
    }
    Instant now = clock.instant();
    CommandUuid uuid = CommandUuid.random();
    NewCommand command =
        new NewCommand(
            uuid,
            "RemoveProfile",
            Commands.removeProfile(EnrollmentProfiles.PROFILE_IDENTIFIER).encode(uuid.value()),
            NewCommand.URGENT,
            owner(),
            actor.name(),
            now,
            Optional.of(now.plus(LIFE)));
    ChannelId device = ChannelId.device(host.udid().get());
    queue.enqueue(
        List.of(new CommandOrder(command.because("MDM is turned off"), List.of(device))),
        List.of(
            HostActivities.of(actor, "turned_off_mdm", host).with("command_uuid", uuid.value())),
        now);
    return uuid;
  }

  @Override
  public String owner() {
    return "enrollment-removal";
  }

  @Override
  public void ended(CommandOutcome outcome) {
    if (isRemoved(outcome) && !hasComeBack(outcome.command())) {
      ChannelId device = outcome.command().channel().deviceChannel();
      gate.end(device, clock.instant(), Actor.system());
    }
  }

  private static boolean isRemoved(CommandOutcome outcome) {
    if (outcome.command().state() == CommandState.ACKNOWLEDGED) {
      return true;
    }
    return outcome.command().state() == CommandState.ERROR
        && outcome.answer().filter(Unenrollment::saysNotFound).isPresent();
  }

  private static boolean saysNotFound(byte[] answer) {
    try {
      return CommandReportReader.read(answer).errors().stream()
          .anyMatch(
              error ->
                  error.code() == PROFILE_NOT_FOUND && error.domain().contains("MDMClientError"));
    } catch (MalformedCommandException e) {
      return false;
    }
  }

  // News may come late; an enrollment that began after the command is another one.
  private boolean hasComeBack(CommandRecord command) {
    return hosts
        .find(command.host())
        .flatMap(Host::enrolledAt)
        .filter(at -> at.isAfter(command.createdAt()))
        .isPresent();
  }
}
