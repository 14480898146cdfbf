package io.pomona.profiles.shell;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.profiles.bulk.ImportOutcome;
import io.pomona.profiles.bulk.ImportReport;
import io.pomona.profiles.bulk.ImportedFile;
import io.pomona.profiles.bulk.ProfileFolder;
import io.pomona.profiles.bulk.ProfileImport;
import io.pomona.profiles.lint.LintWarning;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:profile-import}: takes over what another MDM has exported. */
@Service
@Command(
    scope = "mdm",
    name = "profile-import",
    description = "Adds the configuration profiles of a folder or zip, with a report of each")
public final class ProfileImportCommand implements Action {
  @Argument(
      name = "path",
      description = "A folder, a zip or a .mobileconfig of this machine",
      required = true)
  @Completion(FileCompleter.class)
  String path;

  @Option(
      name = "--team",
      description = "Name of a team; without it the hosts of no team get the profiles")
  @Completion(TeamNames.class)
  String team;

  @Option(name = "--dry-run", description = "Only say what would be done")
  boolean dryRun;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference ProfileImport imports;
  @Reference TeamLookup teams;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Optional<TeamId> of = Optional.ofNullable(team).flatMap(text -> teams.find(actor, text));
    ImportReport report = imports.run(actor, of, () -> ProfileFolder.read(Path.of(path)), dryRun);
    ShellTable table = new ShellTable();
    table.column("File");
    table.column("Outcome");
    table.column("Identifier");
    table.column("Note");
    report.files().forEach(file -> row(table, file));
    table.print(System.out, !noFormat);
    if (!noFormat) {
      System.out.println(sums(report));
    }
    return null;
  }

  private static void row(ShellTable table, ImportedFile file) {
    String warnings =
        file.warnings().stream().map(LintWarning::message).collect(Collectors.joining(" "));
    table
        .addRow()
        .addContent(
            file.file(),
            file.outcome().label(),
            file.identifier().orElse(""),
            (file.reason() + " " + warnings).strip());
  }

  private static String sums(ImportReport report) {
    String sums =
        "%d added, %d unchanged, %d in conflict, %d refused, %d skipped."
            .formatted(
                report.count(ImportOutcome.ADDED),
                report.count(ImportOutcome.UNCHANGED),
                report.count(ImportOutcome.CONFLICT),
                report.count(ImportOutcome.REFUSED),
                report.count(ImportOutcome.SKIPPED));
    return report.dryRun() ? "Nothing was stored (--dry-run): " + sums : sums;
  }
}
