package io.pomona.enrollment.shell;

import io.pomona.api.enrollment.MigrationStep;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the steps of a migration. */
@Service
public final class MigrationStepNames implements Completer {
  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    List<String> names = Arrays.stream(MigrationStep.values()).map(MigrationStep::label).toList();
    return new StringsCompleter(names).complete(session, line, candidates);
  }
}
