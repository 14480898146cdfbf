package io.pomona.updates.nudge;

import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.FetchedBytes;
import io.pomona.api.abm.SetupDownload;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.HostUpdate.Way;
import io.pomona.api.updates.NudgeDueStore;
import io.pomona.api.updates.NudgeInstall;
import io.pomona.api.updates.NudgeInstall.Status;
import io.pomona.api.updates.NudgeInstallStore;
import io.pomona.api.updates.NudgePackage;
import io.pomona.api.updates.NudgePackageStore;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdatePolicyStore;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.Commands;
import io.pomona.protocol.command.PackageManifest;
import io.pomona.protocol.digest.Sha256;
import io.pomona.updates.policy.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Macs that have use for Nudge to install it: each once for each package and enrollment, and
 * again after a while when it did not. Looks at those hosts only that are due, which one node has
 * leased at a time; what was told and the command are one transaction. Called from one route per
 * node.
 */
@Component(service = NudgeInstaller.class)
public final class NudgeInstaller {
  static final String OWNER = "updates-nudge";
  static final String PATH = "/mdm/apple/nudge?token=";

  /** For how long the command waits for the Mac, and the address is good. */
  static final Duration LIFE = Duration.ofDays(30);

  static final int BATCH = 100;
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.updates");
  private static final String QUEUED = "Nudge is to be installed: the command waits for the Mac.";

  private final UpdatePolicyStore policies;
  private final NudgePackageStore packages;
  private final NudgeInstallStore installs;
  private final NudgeDueStore due;
  private final OrganizationStore organization;
  private final Clock clock;

  @Activate
  public NudgeInstaller(
      @Reference UpdatePolicyStore policies,
      @Reference NudgePackageStore packages,
      @Reference NudgeInstallStore installs,
      @Reference NudgeDueStore due,
      @Reference OrganizationStore organization) {
    this(policies, packages, installs, due, organization, Clock.systemUTC());
  }

  NudgeInstaller(
      UpdatePolicyStore policies,
      NudgePackageStore packages,
      NudgeInstallStore installs,
      NudgeDueStore due,
      OrganizationStore organization,
      Clock clock) {
    this.policies = policies;
    this.packages = packages;
    this.installs = installs;
    this.due = due;
    this.organization = organization;
    this.clock = clock;
  }

  /** Looks at the hosts that are due. */
  public void sweep() {
    while (packages.find().isPresent() && batch() == BATCH) {
      LOG.debug("More hosts are due");
    }
  }

  /** Looks at every enrolled host, so that whatever was lost heals. */
  public void everyone() {
    due.markAllDue(clock.instant());
  }

  private int batch() {
    Instant now = clock.instant();
    List<Host> hosts = due.leaseDue(BATCH, now, LEASE);
    if (hosts.isEmpty()) {
      return 0;
    }
    // After the lease: what changes from now on marks them anew.
    Optional<NudgePackage> found = packages.find();
    Map<Optional<TeamId>, UpdatePolicy> required = policies.all();
    Map<HostId, NudgeInstall> before = installs.of(hosts.stream().map(Host::id).toList());
    List<Host> wanting =
        hosts.stream()
            .filter(host -> isFor(host, Optional.ofNullable(required.get(host.team())), now))
            .toList();
    Set<HostId> failed = new HashSet<>();
    found.ifPresent(
        present ->
            wanting.stream()
                .filter(
                    host -> !look(host, Optional.ofNullable(before.get(host.id())), present, now))
                .forEach(host -> failed.add(host.id())));
    due.looked(hosts.stream().map(Host::id).filter(id -> !failed.contains(id)).toList());
    return hosts.size();
  }

  private static boolean isFor(Host host, Optional<UpdatePolicy> required, Instant now) {
    return required
        .filter(policy -> Stage.of(policy, host.facts().osVersion(), now).way() == Way.NUDGE)
        .isPresent();
  }

  /** One that fails is looked at again when its lease ends, and keeps no other waiting. */
  private boolean look(Host host, Optional<NudgeInstall> before, NudgePackage found, Instant now) {
    try {
      if (isToBeTold(host, before, found, now)) {
        tell(host, before, found, now);
      } else {
        before
            .flatMap(NudgeInstall::againAt)
            .ifPresent(again -> due.markDue(List.of(host.id()), again));
      }
      return true;
    } catch (RuntimeException e) {
      LOG.warn("Host {} could not be told of Nudge and is tried again", host.id().value(), e);
      return false;
    }
  }

  private static boolean isToBeTold(
      Host host, Optional<NudgeInstall> before, NudgePackage found, Instant now) {
    return before
        .filter(row -> isSame(row, host, found))
        .filter(row -> row.againAt().map(now::isBefore).orElse(true))
        .isEmpty();
  }

  private static boolean isSame(NudgeInstall row, Host host, NudgePackage found) {
    return row.packageSha256().equals(found.sha256())
        && host.enrolledAt().equals(Optional.of(row.enrolledAt()));
  }

  private void tell(Host host, Optional<NudgeInstall> before, NudgePackage found, Instant now) {
    String token = Token.fresh();
    CommandUuid uuid = CommandUuid.random();
    CommandOrder order = order(host, found, server() + PATH + token, uuid, now);
    int attempts =
        before.filter(row -> isSame(row, host, found)).map(NudgeInstall::attempts).orElse(0);
    NudgeInstall told =
        new NudgeInstall(
            host.id(),
            host.enrolledAt().orElseThrow(),
            found.sha256(),
            new SetupDownload(
                found.name(), found.file(), found.size(), Sha256.hex(token), FetchedBytes.none()),
            now.plus(LIFE),
            Status.QUEUED,
            QUEUED,
            uuid,
            attempts + 1,
            Optional.of(now.plus(LIFE)),
            before.map(NudgeInstall::version).orElse(0L));
    installs.tell(told, order, now);
  }

  private String server() {
    return organization.settings().map(OrganizationSettings::serverUrl).orElseThrow();
  }

  private static CommandOrder order(
      Host host, NudgePackage found, String url, CommandUuid uuid, Instant now) {
    PackageManifest manifest =
        new PackageManifest(
            url, NudgeProfile.DOMAIN, found.name(), BootstrapPackage.CHUNK, found.chunkSha256s());
    CommandBody body = Commands.installEnterpriseApplication(manifest);
    NewCommand command =
        new NewCommand(
            uuid,
            body.requestType(),
            body.encode(uuid.value()),
            NewCommand.ROUTINE,
            OWNER,
            "Pomona",
            now,
            Optional.of(now.plus(LIFE)));
    return new CommandOrder(
        command.because("macOS update: Nudge").about("nudge"),
        List.of(ChannelId.device(host.udid().orElseThrow())));
  }
}
