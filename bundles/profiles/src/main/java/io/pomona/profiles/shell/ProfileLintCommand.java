package io.pomona.profiles.shell;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.profiles.ProfileRules;
import io.pomona.profiles.ProfileScope;
import io.pomona.profiles.lint.ProfileInspection;
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

/** {@code mdm:profile-lint}: what is odd about a profile, before it is added. */
@Service
@Command(
    scope = "mdm",
    name = "profile-lint",
    description = "Says what is odd about a configuration profile, without adding it")
public final class ProfileLintCommand implements Action {
  @Argument(name = "file", description = "A .mobileconfig", required = true)
  @Completion(FileCompleter.class)
  String file;

  @Option(
      name = "--team",
      description = "Name of the team that it is for; without it the hosts of no team")
  @Completion(TeamNames.class)
  String team;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference ProfileInspection inspection;
  @Reference ProfileScope scope;
  @Reference TeamLookup teams;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Optional<TeamId> wanted = Optional.ofNullable(team).flatMap(text -> teams.find(actor, text));
    scope.require(actor, Permission.EDIT_PROFILES, wanted);
    byte[] content = ProfileAddCommand.read(Path.of(file));
    WarningTable.print(inspection.of(ProfileRules.read(content), wanted), noFormat);
    return null;
  }
}
