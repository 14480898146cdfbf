package io.pomona.enrollment.shell;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.enrollment.migration.ImportReport;
import io.pomona.enrollment.migration.MigrationImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** {@code mdm:migration-import}: puts the Macs of a file on the migration board. */
@Service
@Command(
    scope = "mdm",
    name = "migration-import",
    description = "Puts the Macs of a CSV file on the migration board: all of them or none")
public final class MigrationImportCommand implements Action {
  @Argument(name = "file", required = true, description = "CSV file on the server")
  @Completion(FileCompleter.class)
  String file;

  @Option(name = "--team", description = "Team of Macs that nobody knows yet, or \"No team\"")
  @Completion(TeamNames.class)
  String team = TeamLookup.NO_TEAM;

  @Option(name = "--dry-run", description = "Say what would happen, and do nothing")
  boolean dryRun;

  @Reference MigrationImports imports;
  @Reference TeamLookup teams;
  @Reference ShellActors actors;

  @Override
  public Object execute() throws IOException {
    Actor actor = actors.current();
    Optional<TeamId> target = teams.find(actor, team);
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw MdmException.invalid("enrollment.missing", "file", "There is no file " + file + ".");
    }
    ImportReport report = imports.run(actor, target, Files.readAllBytes(path), dryRun);
    report.rows().stream()
        .filter(row -> !row.detail().isEmpty())
        .forEach(row -> System.out.println("Line " + row.line() + ": " + row.detail()));
    System.out.println(
        (dryRun ? "Would put " : "Put ")
            + report.accepted()
            + " Macs on the board, "
            + report.hostsCreated()
            + " of them new; "
            + report.refused()
            + " refused.");
    return null;
  }
}
