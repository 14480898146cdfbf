package io.pomona.escrow.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.keys.KeyHistory;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:escrow-search}: recovery keys of Macs that are gone, too. */
@Service
@Command(
    scope = "mdm",
    name = "escrow-search",
    description = "Lists recovery keys by serial number, those of Macs that are gone too")
public final class EscrowSearchCommand implements Action {
  @Argument(name = "query", description = "A part of the serial number; all without")
  @Completion(HostIdentifiers.class)
  String query = "";

  @Option(name = "--limit", description = "Keys at most, 1 to 10000")
  int limit = 100;

  @Option(name = "--after", description = "Go on below this ID")
  long after = 0;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference KeyHistory history;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    PageRequest page = new PageRequest(after, 0, limit);
    KeyTable.print(history.search(actors.current(), query, page), noFormat);
    return null;
  }
}
