package io.pomona.updates.shell;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.protocol.declarative.Declaration;
import io.pomona.updates.declarations.TeamDeclarations;
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

/** {@code mdm:declaration-add}: uploads a declaration from a file of this machine. */
@Service
@Command(
    scope = "mdm",
    name = "declaration-add",
    description = "Adds a declaration for the hosts of a team, or of no team")
public final class DeclarationAddCommand implements Action {
  @Argument(
      name = "identifier",
      description = "What the declaration is called, once in a team",
      required = true)
  @Completion(DeclarationNames.class)
  String identifier;

  @Argument(
      index = 1,
      name = "type",
      description = "Apple's type, such as com.apple.configuration.passcode.settings",
      required = true)
  @Completion(DeclarationTypeNames.class)
  String type;

  @Argument(index = 2, name = "file", description = "The payload, a JSON object", required = true)
  @Completion(FileCompleter.class)
  String file;

  @Option(
      name = "--team",
      description = "Name of a team; without it the hosts of no team get the declaration")
  @Completion(TeamNames.class)
  String team;

  @Reference TeamDeclarations declarations;
  @Reference TeamLookup teams;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Optional<TeamId> of = Optional.ofNullable(team).flatMap(text -> teams.find(actor, text));
    TeamDeclaration added = declarations.add(actor, of, identifier, type, read(Path.of(file)));
    System.out.println("The declaration " + identifier + " is added.");
    declarations.warnings(added).forEach(warning -> System.out.println("Note: " + warning));
    return null;
  }

  private static byte[] read(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(Declaration.LARGEST + 1);
    } catch (IOException e) {
      throw MdmException.invalid(
              "updates.unreadable_file", "file", "The file cannot be read: " + path + ".")
          .causedBy(e);
    }
  }
}
