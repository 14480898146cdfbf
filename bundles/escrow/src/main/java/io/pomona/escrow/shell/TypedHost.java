package io.pomona.escrow.shell;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.escrow.EscrowHosts;
import java.util.Arrays;
import java.util.Optional;
import org.apache.karaf.shell.api.console.CommandLine;

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

  private Optional<Host> find(String word) {
    try {
      return Optional.of(hosts.require(actor, Permission.VIEW_HOSTS, word));
    } catch (MdmException e) {
      return Optional.empty(); // Another word, or nobody that this one may see.
    }
  }
}
