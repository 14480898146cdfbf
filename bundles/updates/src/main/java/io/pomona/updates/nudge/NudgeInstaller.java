package io.pomona.updates.nudge;

import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.FetchedBytes;
import io.pomona.api.abm.SetupDownload;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.updates.HostUpdate.Way;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells Macs that have use for Nudge to install it: each once for each package and enrollment, and
 * again after a while when it did not. What was told and the command are one transaction, so that
 * several nodes may look at once.
 */
@Component(service = NudgeInstaller.class)
public final class NudgeInstaller {
  static final String OWNER = "updates-nudge";
  static final String PATH = "/mdm/apple/nudge?token=";

  /** For how long the command waits for the Mac, and the address is good. */
  static final Duration LIFE = Duration.ofDays(30);

  private static final int AT_ONCE = 100;
  private static final String QUEUED = "Nudge is to be installed: the command waits for the Mac.";

  private final UpdatePolicyStore policies;
  private final NudgePackageStore packages;
  private final NudgeInstallStore installs;
  private final HostStore hosts;
  private final OrganizationStore organization;
  private final Clock clock;

  @Activate
  public NudgeInstaller(
      @Reference UpdatePolicyStore policies,
      @Reference NudgePackageStore packages,
      @Reference NudgeInstallStore installs,
      @Reference HostStore hosts,
      @Reference OrganizationStore organization) {
    this(policies, packages, installs, hosts, organization, Clock.systemUTC());
  }

  NudgeInstaller(
      UpdatePolicyStore policies,
      NudgePackageStore packages,
      NudgeInstallStore installs,
      HostStore hosts,
      OrganizationStore organization,
      Clock clock) {
    this.policies = policies;
    this.packages = packages;
    this.installs = installs;
    this.hosts = hosts;
    this.organization = organization;
    this.clock = clock;
  }

  /** One look at all teams. */
  public void sweep() {
    Optional<NudgePackage> found = packages.find();
    Optional<String> server = organization.settings().map(OrganizationSettings::serverUrl);
    if (found.isPresent() && server.isPresent()) {
      policies.all().forEach((team, policy) -> sweep(team, policy, found.get(), server.get()));
    }
  }

  private void sweep(
      Optional<TeamId> team, UpdatePolicy policy, NudgePackage found, String server) {
    Instant now = clock.instant();
    List<String> versions =
        hosts.osVersions(TeamScope.of(team)).keySet().stream()
            .filter(version -> Stage.of(policy, version, now).way() == Way.NUDGE)
            .toList();
    if (versions.isEmpty()) {
      return;
    }
    List<Host> wanting = installs.wanting(team, versions, found.sha256(), now, AT_ONCE);
    Map<HostId, NudgeInstall> before = installs.of(wanting.stream().map(Host::id).toList());
    wanting.forEach(
        host -> tell(host, Optional.ofNullable(before.get(host.id())), found, server, now));
  }

  private void tell(
      Host host, Optional<NudgeInstall> before, NudgePackage found, String server, Instant now) {
    String token = Token.fresh();
    CommandUuid uuid = CommandUuid.random();
    CommandOrder order = order(host, found, server + PATH + token, uuid, now);
    Instant enrolledAt = host.enrolledAt().orElseThrow();
    int attempts =
        before
            .filter(row -> row.packageSha256().equals(found.sha256()))
            .filter(row -> row.enrolledAt().equals(enrolledAt))
            .map(NudgeInstall::attempts)
            .orElse(0);
    NudgeInstall told =
        new NudgeInstall(
            host.id(),
            enrolledAt,
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
