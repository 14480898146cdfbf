package io.pomona.enrollment.shell;

import io.pomona.api.abm.MacSetup;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.enrollment.AutomaticSteps;
import io.pomona.enrollment.AutomaticSteps.Progress;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.HostSetups;
import io.pomona.enrollment.SupportedOs;
import io.pomona.protocol.inventory.SecurityInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:host-show}: one host. */
@Service
@Command(scope = "mdm", name = "host-show", description = "Shows one host")
public final class HostShowCommand implements Action {
  @Argument(
      name = "host",
      required = true,
      description = "Number, serial number, UDID or name of the host")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference HostDirectory directory;
  @Reference HostStore hosts;
  @Reference TeamStore teams;
  @Reference ShellActors actors;
  @Reference AutomaticSteps steps;
  @Reference HostSetups setups;
  @Reference HostProfileStore profiles;

  @Override
  public Object execute() {
    Host host = directory.require(actors.current(), Permission.VIEW_HOSTS, identifier);
    ShellTable table = new ShellTable();
    table.column("Property");
    table.column("Value");
    add(table, host);
    row(table, "Team", host.team().map(teams.names()::get).orElse(TeamLookup.NO_TEAM));
    add(table, hosts.inventory(host.id()));
    steps.of(host).ifPresent(progress -> add(table, progress));
    setups.of(host).ifPresent(setup -> add(table, setup));
    table.print(System.out, !noFormat);
    return null;
  }

  private static void add(ShellTable table, Host host) {
    row(table, "ID", host.id().value());
    row(table, "UDID", host.udid().orElse(""));
    row(table, "Serial number", host.facts().serialNumber());
    row(table, "Name", host.facts().name());
    row(table, "Model", host.facts().modelName() + " (" + host.facts().model() + ")");
    row(table, "macOS", host.facts().osVersion() + " (" + host.facts().buildVersion() + ")");
    row(table, "macOS supported", SupportedOs.isSupported(host.facts()) ? "yes" : "no: too old");
    row(table, "MDM", host.mdm().label());
    row(table, "Created", host.createdAt());
    row(table, "Enrolled", text(host.enrolledAt()));
    row(table, "Seen", text(host.lastSeenAt()));
    row(table, "Details", text(host.detailsUpdatedAt()));
    row(table, "Refetch awaited", host.refetchRequested());
  }

  private static void add(ShellTable table, HostInventory inventory) {
    String disk =
        inventory
            .securityInfo()
            .flatMap(values -> new SecurityInfo(values).fileVaultEnabled())
            .map(on -> on ? "on" : "off")
            .orElse("");
    row(table, "FileVault", disk);
    String sent =
        inventory
            .securityInfo()
            .flatMap(values -> new SecurityInfo(values).enrolledViaDep())
            .map(automatic -> automatic ? "yes" : "no")
            .orElse("");
    row(table, "Enrolled by ABM, says the Mac", sent);
  }

  private static void add(ShellTable table, Progress progress) {
    row(table, "Automatic enrollment", progress.step().sentence());
    row(table, "Assigned in ABM", text(progress.assignedAt()));
    row(table, "Profile requested", text(progress.requestedAt()));
    row(table, "Admitted until", text(progress.admittedUntil()));
  }

  private void add(ShellTable table, MacSetup setup) {
    List<HostProfile> known =
        profiles.statuses(List.of(setup.host())).getOrDefault(setup.host(), List.of());
    row(table, "Set-up", HostSetups.sentence(setup, known));
  }

  private static String text(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse("");
  }

  private static void row(ShellTable table, String property, Object value) {
    table.addRow().addContent(property, value);
  }
}
