package io.pomona.profiles.shell;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileLibrary;
import io.pomona.profiles.lint.ProfileInspection;
import java.io.IOException;
import java.io.InputStream;
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
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:profile-add}: uploads a profile from a file of this machine. */
@Service
@Command(
    scope = "mdm",
    name = "profile-add",
    description = "Adds a configuration profile for the hosts of a team, or of no team")
public final class ProfileAddCommand implements Action {
  // One byte more than is taken, so that a larger file is refused and not cut.
  private static final int MOST_READ = (1 << 20) + 1;
  private static final String EXTENSION = ".mobileconfig";

  @Argument(name = "file", description = "A .mobileconfig", required = true)
  @Completion(FileCompleter.class)
  String file;

  @Option(
      name = "--team",
      description = "Name of a team; without it the hosts of no team get the profile")
  @Completion(TeamNames.class)
  String team;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference ProfileLibrary library;
  @Reference TeamLookup teams;
  @Reference ProfileInspection inspection;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Optional<TeamId> of = Optional.ofNullable(team).flatMap(text -> teams.find(actor, text));
    Profile profile = library.add(actor, of, read(Path.of(file)));
    ShellTable table = new ShellTable();
    table.column("Id");
    table.column("Name");
    table.column("Identifier");
    table.addRow().addContent(profile.id().value(), profile.name(), profile.identifier());
    table.print(System.out, !noFormat);
    if (!noFormat) {
      inspection.of(profile).forEach(odd -> System.out.println("Note: " + odd.message()));
    }
    return null;
  }

  static byte[] read(Path path) {
    if (!path.toString().endsWith(EXTENSION)) {
      throw MdmException.invalid(
          "profiles.bad_extension", "file", "The file name must end with " + EXTENSION + ".");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MOST_READ);
    } catch (IOException e) {
      throw MdmException.invalid(
              "profiles.unreadable_file", "file", "The file cannot be read: " + path + ".")
          .causedBy(e);
    }
  }
}
