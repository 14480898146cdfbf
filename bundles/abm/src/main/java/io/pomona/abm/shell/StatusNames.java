package io.pomona.abm.shell;

import io.pomona.api.abm.AssignmentStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes how far an assignment can be. */
@Service
public final class StatusNames implements Completer {
  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    List<String> names =
        new ArrayList<>(
            Arrays.stream(AssignmentStatus.values()).map(AssignmentStatus::label).toList());
    names.add("trouble");
    return new StringsCompleter(names).complete(session, line, candidates);
  }
}
