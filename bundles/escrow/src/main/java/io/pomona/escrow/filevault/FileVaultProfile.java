package io.pomona.escrow.filevault;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.DiskEncryptionStore;
import io.pomona.api.escrow.EncryptionReportStore;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.digest.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Macs of teams that encrypt disks get the profile for it. Those that wait in Setup Assistant are
 * not let go on before they have it, and are asked there already.
 */
@Component
public final class FileVaultProfile implements ProfileContributor {
  static final String NAME = "filevault";

  private static final OsVersion ASKS_IN_SETUP = new OsVersion(List.of(14));

  private final DiskEncryptionStore wishes;
  private final EncryptionReportStore reports;
  private final EscrowCertificates certificates;
  private final OrganizationStore organization;

  @Activate
  public FileVaultProfile(
      @Reference DiskEncryptionStore wishes,
      @Reference EncryptionReportStore reports,
      @Reference EscrowCertificates certificates,
      @Reference OrganizationStore organization) {
    this.wishes = wishes;
    this.reports = reports;
    this.certificates = certificates;
    this.organization = organization;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<DesiredProfile> profilesFor(Host host) {
    return profilesFor(List.of(host)).get(host.id());
  }

  /** Each team is read once. */
  @Override
  public Map<HostId, List<DesiredProfile>> profilesFor(List<Host> hosts) {
    Map<Optional<TeamId>, Boolean> teams = new HashMap<>();
    List<Host> wanted =
        hosts.stream()
            .filter(host -> host.mdm().isOn())
            .filter(host -> teams.computeIfAbsent(host.team(), wishes::isEnabled))
            .toList();
    Map<HostId, List<DesiredProfile>> each = new HashMap<>();
    hosts.forEach(host -> each.put(host.id(), List.of()));
    if (!wanted.isEmpty()) {
      add(wanted, each);
    }
    return each;
  }

  private void add(List<Host> wanted, Map<HostId, List<DesiredProfile>> each) {
    Set<HostId> inSetup =
        reports.inSetup(wanted.stream().filter(FileVaultProfile::canAsk).map(Host::id).toList());
    DesiredProfile usual = desired(payloads(false));
    DesiredProfile early = desired(payloads(true));
    wanted.forEach(
        host -> each.put(host.id(), List.of(inSetup.contains(host.id()) ? early : usual)));
  }

  private static boolean canAsk(Host host) {
    return OsVersion.parse(host.facts().osVersion())
        .filter(version -> version.compareTo(ASKS_IN_SETUP) >= 0)
        .isPresent();
  }

  private FileVaultPayloads payloads(boolean inSetup) {
    String name =
        organization
            .settings()
            .map(OrganizationSettings::name)
            .filter(text -> !text.isBlank())
            .orElse("your organization");
    return new FileVaultPayloads(name, certificates.current().certificate(), inSetup);
  }

  private static DesiredProfile desired(FileVaultPayloads payloads) {
    return new DesiredProfile(
        FileVaultPayloads.IDENTIFIER,
        FileVaultPayloads.NAME,
        payloads.payloadUuid(),
        Sha256.hex(payloads.encode()));
  }

  @Override
  public byte[] content(Host host, DesiredProfile wanted) {
    return Stream.of(payloads(false), payloads(true))
        .filter(payloads -> desired(payloads).equals(wanted))
        .findFirst()
        .map(FileVaultPayloads::encode)
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "escrow.profile_outdated",
                    "The profile for disk encryption has changed meanwhile; it is sent anew."));
  }
}
