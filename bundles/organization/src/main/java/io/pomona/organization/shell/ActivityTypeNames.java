package io.pomona.organization.shell;

import io.pomona.api.organization.ActivityType;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes types of activities. */
@Service
public final class ActivityTypeNames implements Completer {
  private final StringsCompleter types =
      new StringsCompleter(Arrays.stream(ActivityType.values()).map(ActivityType::label).toList());

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return types.complete(session, line, candidates);
  }
}
