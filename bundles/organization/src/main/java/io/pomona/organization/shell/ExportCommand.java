package io.pomona.organization.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.apply.SpecExport;
import io.pomona.organization.apply.SpecFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** {@code mdm:export}: writes the settings to a folder of this machine. */
@Service
@Command(
    scope = "mdm",
    name = "export",
    description = "Writes the settings to a folder, as files that mdm:apply takes")
public final class ExportCommand implements Action {
  @Argument(name = "folder", required = true, description = "A new or an empty folder")
  @Completion(FileCompleter.class)
  String folder;

  @Reference SpecExport export;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.VIEW_CONFIG, Optional.empty());
    new SpecFolder(Path.of(folder))
        .write(export.files(actor))
        .forEach(file -> System.out.println("Wrote " + file + "."));
    return null;
  }
}
