package io.pomona.updates.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes days that are usual as deadlines: one, two, three and four weeks ahead. */
@Service
public final class NextDays implements Completer {
  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    LocalDate today = LocalDate.now();
    return new StringsCompleter(
            IntStream.rangeClosed(1, 4).mapToObj(today::plusWeeks).map(String::valueOf).toList())
        .complete(session, line, candidates);
  }
}
