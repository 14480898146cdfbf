package io.pomona.escrow.activationlock;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.DeviceListener;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.BypassCode;
import io.pomona.api.escrow.BypassCodeStore;
import io.pomona.api.escrow.BypassFetch;
import io.pomona.api.organization.Actor;
import io.pomona.api.pki.SecretVault;
import io.pomona.escrow.EscrowConfig;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.Commands;
import io.pomona.protocol.inventory.DeviceInformation;
import io.pomona.protocol.plist.MalformedPlistException;
import io.pomona.protocol.plist.PlistReader;
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
 * Asks every supervised Mac for its bypass code, from its enrollment on: Apple offers it only for
 * some days after a Mac became supervised, and once it is locked nobody can ask any more.
 */
@Component(
    service = {BypassRequests.class, DeviceListener.class, CommandOutcomeListener.class},
    configurationPid = EscrowConfig.PID)
public final class BypassRequests implements DeviceListener, CommandOutcomeListener {
  private static final Logger LOG = LoggerFactory.getLogger(BypassRequests.class);
  private static final String OWNER = "escrow-bypass-code";
  private static final int BATCH = 500;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(15);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(24);
  private static final Duration LIFE = Duration.ofDays(1);

  private final BypassCodeStore codes;
  private final HostStore hosts;
  private final SecretVault vault;
  private final Duration offered;
  private final Clock clock;

  @Activate
  public BypassRequests(
      @Reference BypassCodeStore codes,
      @Reference HostStore hosts,
      @Reference SecretVault vault,
      EscrowConfig config) {
    this(codes, hosts, vault, Duration.ofDays(config.bypass_code_days()), Clock.systemUTC());
  }

  BypassRequests(
      BypassCodeStore codes, HostStore hosts, SecretVault vault, Duration offered, Clock clock) {
    this.codes = codes;
    this.hosts = hosts;
    this.vault = vault;
    this.offered = offered;
    this.clock = clock;
  }

  /** Macs that ABM has sent are supervised. */
  @Override
  public void enrolled(Enrollment enrollment) {
    if (enrollment.automatic() && !enrollment.channel().isUser()) {
      hosts.find(enrollment.host()).ifPresent(host -> begin(enrollment, host));
    }
  }

  /** The others say whether they are. */
  @Override
  public void reported(Enrollment enrollment) {
    boolean supervised =
        !enrollment.channel().isUser()
            && hosts
                .inventory(enrollment.host())
                .deviceInformation()
                .flatMap(all -> new DeviceInformation(all).supervised())
                .orElse(false);
    if (supervised) {
      hosts.find(enrollment.host()).ifPresent(host -> begin(enrollment, host));
    }
  }

  private void begin(Enrollment enrollment, Host host) {
    host.enrolledAt()
        .filter(at -> at.plus(offered).isAfter(clock.instant()))
        .ifPresent(
            at ->
                codes.begin(
                    new BypassFetch(
                        host.id(),
                        enrollment.channel(),
                        at,
                        at.plus(offered),
                        0,
                        clock.instant(),
                        false,
                        "")));
  }

  /** Asks those that are due. Called by a route. */
  public void sweep() {
    Instant now = clock.instant();
    codes.due(now, BATCH).forEach(fetch -> ask(fetch, now));
  }

  /** One that cannot be asked now keeps no other from being asked. */
  private void ask(BypassFetch fetch, Instant now) {
    try {
      codes.ask(fetch, order(fetch, now), next(fetch), now);
    } catch (MdmException e) {
      LOG.info("Host {} is asked later: {}", fetch.host().value(), e.getMessage());
    }
  }

  private Instant next(BypassFetch fetch) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(fetch.attempts(), 10));
    return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private static CommandOrder order(BypassFetch fetch, Instant now) {
    CommandUuid uuid = CommandUuid.random();
    CommandBody body = Commands.activationLockBypassCode();
    NewCommand command =
        new NewCommand(
            uuid,
            body.requestType(),
            body.encode(uuid.value()),
            NewCommand.ROUTINE,
            OWNER,
            Actor.system().name(),
            now,
            Optional.of(now.plus(LIFE)));
    // The newest question is enough for a Mac that is away.
    return new CommandOrder(
        command.because("Activation Lock bypass code").about(body.requestType()),
        List.of(fetch.device()));
  }

  @Override
  public String owner() {
    return OWNER;
  }

  @Override
  public void ended(CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    Optional<Secret> code =
        command.state() == CommandState.ACKNOWLEDGED
            ? outcome.answer().flatMap(BypassRequests::read)
            : Optional.empty();
    if (code.isPresent()) {
      hosts.find(command.host()).ifPresent(host -> keep(host, command, code.get()));
    } else if (command.state() == CommandState.ERROR) {
      codes.refused(command.host(), command.detail());
    }
  }

  private void keep(Host host, CommandRecord command, Secret code) {
    BypassCode row =
        new BypassCode(
            command.uuid(),
            host.id(),
            host.facts().serialNumber(),
            command.channel().device(),
            host.enrolledAt().orElse(command.createdAt()),
            command.updatedAt(),
            Optional.empty());
    if (codes.add(row, vault.seal(BypassCodes.PURPOSE, code))) {
      LOG.info("Host {} gave its Activation Lock bypass code", host.id().value());
    }
  }

  private static Optional<Secret> read(byte[] answer) {
    try {
      return PlistReader.read(answer)
          .string("ActivationLockBypassCode")
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .map(Secret::of);
    } catch (MalformedPlistException e) {
      LOG.info("An answer to ActivationLockBypassCode cannot be read");
      return Optional.empty();
    }
  }
}
