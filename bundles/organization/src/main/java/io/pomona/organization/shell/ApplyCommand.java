package io.pomona.organization.shell;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.apply.AppliedChange;
import io.pomona.organization.apply.SpecApplication;
import io.pomona.organization.apply.SpecApplication.Mode;
import io.pomona.organization.apply.SpecFile;
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
  /** What sections say in a reason that force would remove. */
  private static final String ASKS_FOR_FORCE = "say force";

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
    List<SpecFile> files = new SpecFolder(Path.of(file)).read();
    try {
      print(application.files(actor, files, new Mode(dryRun, force)));
    } catch (MdmException refused) {
      if (dryRun && asksForForce(refused)) {
        // With force a dry run is as harmless, and shows what it is that must be meant.
        print(application.files(actor, files, new Mode(true, true)));
      }
      throw refused;
    }
    return null;
  }

  private static boolean asksForForce(MdmException refused) {
    return refused.fields().stream().anyMatch(field -> field.reason().contains(ASKS_FOR_FORCE));
  }

  private void print(List<AppliedChange> changes) {
    if (changes.isEmpty()) {
      System.out.println("Nothing to change.");
    } else {
      printAll(changes);
    }
  }

  private void printAll(List<AppliedChange> changes) {
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
