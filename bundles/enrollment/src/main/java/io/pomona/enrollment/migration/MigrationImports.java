package io.pomona.enrollment.migration;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.MigrationChange;
import io.pomona.api.enrollment.MigrationEdit;
import io.pomona.api.enrollment.MigrationStore;
import io.pomona.api.enrollment.NewMigration;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.TeamStore;
import io.pomona.enrollment.migration.ImportReport.Row;
import io.pomona.enrollment.migration.MigrationImport.Line;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts the Macs of a file on the board: all of them or, where a line is wrong, none. */
@Component(service = MigrationImports.class)
public final class MigrationImports {
  private final MigrationStore migrations;
  private final HostStore hosts;
  private final TeamStore teams;
  private final Access access;
  private final Clock clock = Clock.systemUTC();

  @Activate
  public MigrationImports(
      @Reference MigrationStore migrations,
      @Reference HostStore hosts,
      @Reference TeamStore teams,
      @Reference Access access) {
    this.migrations = migrations;
    this.hosts = hosts;
    this.teams = teams;
    this.access = access;
  }

  /**
   * @param team of Macs that nobody knows yet
   */
  public ImportReport run(Actor actor, Optional<TeamId> team, byte[] file, boolean dryRun) {
    access.require(actor, Permission.EDIT_HOSTS, team, MigrationImports::unknownTeam);
    if (team.isPresent() && team.flatMap(teams::find).isEmpty()) {
      throw unknownTeam();
    }
    MigrationImport read = MigrationImport.read(file);
    List<String> serials = read.lines().stream().map(line -> line.mac().serialNumber()).toList();
    Map<String, Host> known = hosts.findAllByIdentifier(serials, TeamScope.everywhere());
    TeamScope within = access.scope(actor, Permission.EDIT_HOSTS);
    MigrationImport checked =
        new MigrationImport(
            read.lines().stream().map(line -> checked(line, known, within)).toList(),
            read.ignoredColumns());
    if (dryRun) {
      return report(checked, line -> host(line, known).isEmpty(), true);
    }
    checked.requireFine();
    Set<String> made = migrations.add(macs(checked), team, edit(actor, within));
    return report(checked, line -> made.contains(line.mac().serialNumber()), false);
  }

  private static Line checked(Line line, Map<String, Host> known, TeamScope within) {
    boolean foreign = host(line, known).filter(host -> !within.includes(host.team())).isPresent();
    return foreign && line.problem().isEmpty()
        ? line.refused("You may not change a Mac with this serial number.")
        : line;
  }

  /** What is found by another identifier is another Mac. */
  private static Optional<Host> host(Line line, Map<String, Host> known) {
    String serial = line.mac().serialNumber();
    return Optional.ofNullable(known.get(serial))
        .filter(host -> host.facts().serialNumber().equals(serial));
  }

  private static List<NewMigration> macs(MigrationImport file) {
    return file.lines().stream().map(Line::mac).toList();
  }

  private MigrationEdit edit(Actor actor, TeamScope within) {
    return new MigrationEdit(
        MigrationChange.NONE,
        actor.name(),
        clock.instant(),
        within,
        MigrationActivities.added(actor)::of);
  }

  private static ImportReport report(MigrationImport file, Predicate<Line> isNew, boolean dryRun) {
    List<Row> rows = file.lines().stream().map(line -> row(line, isNew.test(line))).toList();
    return new ImportReport(
        dryRun,
        rows.stream().filter(row -> !row.outcome().equals("refused")).count(),
        rows.stream().filter(row -> row.outcome().equals("refused")).count(),
        rows.stream().filter(row -> row.outcome().equals("new_host")).count(),
        file.ignoredColumns(),
        rows);
  }

  private static Row row(Line line, boolean isNew) {
    String fine = isNew ? "new_host" : "known";
    return new Row(
        line.number(),
        line.mac().serialNumber(),
        line.problem().isPresent() ? "refused" : fine,
        line.problem().orElse(""));
  }

  private static MdmException unknownTeam() {
    return MdmException.notFound("organization.team_not_found", "There is no such team.");
  }
}
