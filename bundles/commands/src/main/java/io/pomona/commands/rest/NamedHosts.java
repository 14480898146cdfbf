package io.pomona.commands.rest;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandQueue.Sent;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.TeamScope;
import io.pomona.commands.rest.CommandViews.SentAnswer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The hosts that a request names. */
record NamedHosts(List<Host> hosts) {

  /**
   * @param scope among whose hosts names are looked up
   */
  static NamedHosts find(
      HostStore hosts, TeamScope scope, Optional<List<String>> names, String field) {
    List<String> wanted =
        names
            .filter(list -> !list.isEmpty() && list.stream().allMatch(Objects::nonNull))
            .orElseThrow(
                () -> MdmException.invalid("commands.no_hosts", field, "Name at least one host."));
    Map<String, Host> found = hosts.findAllByIdentifier(wanted, scope);
    if (!found.keySet().containsAll(wanted)) {
      throw MdmException.notFound("commands.unknown_host", "One of the hosts does not exist.");
    }
    return new NamedHosts(wanted.stream().map(found::get).distinct().toList());
  }

  List<HostId> ids() {
    return hosts.stream().map(Host::id).toList();
  }

  SentAnswer answer(Sent sent) {
    Set<HostId> skipped = new HashSet<>(sent.skipped());
    List<String> failed =
        hosts.stream()
            .filter(host -> skipped.contains(host.id()))
            .map(host -> host.udid().orElse(host.facts().serialNumber()))
            .toList();
    return new SentAnswer(
        sent.uuid().value(), sent.requestType(), failed, "darwin", sent.warnings());
  }
}
