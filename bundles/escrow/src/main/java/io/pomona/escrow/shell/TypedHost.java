package io.pomona.escrow.shell;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.escrow.EscrowHosts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** The host that a line names so far, for what completes the rest. */
record TypedHost(EscrowHosts hosts, Actor actor) {
  Optional<Host> in(CommandLine line) {
    return Arrays.stream(line.getArguments())
        .skip(1)
        .filter(word -> !word.isBlank() && !word.startsWith("-"))
        .map(this::find)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Offers what there is of it, by the commands that it came with. */
  int complete(
      Session session,
      CommandLine line,
      List<String> candidates,
      Function<Host, Stream<CommandUuid>> kept) {
    StringsCompleter uuids = new StringsCompleter();
    in(line).stream().flatMap(kept).forEach(uuid -> uuids.getStrings().add(uuid.value()));
    return uuids.complete(session, line, candidates);
  }

  private Optional<Host> find(String word) {
    try {
      return Optional.of(hosts.require(actor, Permission.VIEW_HOSTS, word));
    } catch (MdmException e) {
      return Optional.empty(); // Another word, or nobody that this one may see.
    }
  }
}
