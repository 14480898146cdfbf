package io.pomona.organization.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.apply.AppliedChange;
import io.pomona.organization.apply.SpecApplication;
import io.pomona.organization.apply.SpecApplication.Mode;
import io.pomona.organization.apply.SpecFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** {@code mdm:apply}: makes the settings those of files on this machine. */
@Service
@Command(
    scope = "mdm",
    name = "apply",
    description =
        "Makes the settings those of YAML files: all of them or, where one is wrong, none")
public final class ApplyCommand implements Action {
  @Argument(name = "file", required = true, description = "A file, or a folder of .yml files")
  @Completion(FileCompleter.class)
  String file;

  @Option(name = "--dry-run", description = "Show what would change, and change nothing")
  boolean dryRun;

  @Option(name = "--force", description = "Do what leaves Macs without something they have")
  boolean force;

  @Reference SpecApplication application;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_SETTINGS, Optional.empty());
    List<AppliedChange> changes =
        application.files(actor, new SpecFolder(Path.of(file)).read(), new Mode(dryRun, force));
    if (changes.isEmpty()) {
      System.out.println("Nothing to change.");
    } else {
      print(changes);
    }
    return null;
  }

  private void print(List<AppliedChange> changes) {
    String scope = "";
    for (AppliedChange each : changes) {
      if (!each.scope().equals(scope)) {
        scope = each.scope();
        System.out.println(scope);
      }
      System.out.println("  " + sign(each) + " " + each.change().text());
    }
    if (dryRun) {
      System.out.println("This was a dry run: nothing has changed.");
    }
  }

  private static String sign(AppliedChange change) {
    return switch (change.change().action()) {
      case ADDED -> "+";
      case CHANGED -> "~";
      case REMOVED -> "-";
    };
  }
}
