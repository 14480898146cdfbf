package io.pomona.escrow.shell;

import io.pomona.escrow.lock.Obliteration;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes what a Mac does that cannot erase all content and settings. */
@Service
public final class ObliterationNames implements Completer {
  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return new StringsCompleter(Obliteration.wires()).complete(session, line, candidates);
  }
}
