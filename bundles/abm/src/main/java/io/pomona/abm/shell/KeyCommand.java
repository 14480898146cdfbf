package io.pomona.abm.shell;

import io.pomona.abm.AbmKeys;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
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

/** {@code mdm:abm-key}: the public key for ABM. */
@Service
@Command(
    scope = "mdm",
    name = "abm-key",
    description =
        "Shows the public key to upload to Apple Business Manager, or writes it to a file")
public final class KeyCommand implements Action {
  @Argument(name = "file", description = "Where to write it; without it the key is shown")
  @Completion(FileCompleter.class)
  String file;

  @Option(name = "--new", description = "Make a new key; earlier ones still open their tokens")
  boolean fresh;

  @Reference AbmKeys keys;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() throws IOException {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_ABM, Optional.empty());
    String pem = fresh ? keys.create(actor) : keys.certificate(actor);
    if (file == null) {
      System.out.print(pem);
    } else {
      Files.writeString(Path.of(file), pem);
      System.out.println(
          "Upload "
              + file
              + " at business.apple.com, download the server token there, and load it"
              + " with mdm:abm-token-add.");
    }
    return null;
  }
}
