package io.pomona.enrollment.rest;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.TeamId;
import io.pomona.enrollment.HostSeen;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What can be told of a host in a file, by the names of the API, in their order. */
final class HostColumns {
  private final Map<String, Function<Host, String>> known = new LinkedHashMap<>();
  private final List<String> names;

  /**
   * @param wanted empty = all
   */
  HostColumns(List<String> wanted, Map<TeamId, String> teams, Instant now) {
    known.put("id", host -> Long.toString(host.id().value()));
    known.put("display_name", Host::displayName);
    known.put("hardware_serial", host -> host.facts().serialNumber());
    known.put("uuid", host -> host.udid().orElse(""));
    known.put("hardware_model", host -> host.facts().model());
    known.put("hardware_model_name", host -> host.facts().modelName());
    known.put("os_version", host -> host.facts().osVersion());
    known.put("build", host -> host.facts().buildVersion());
    known.put("mdm_enrollment_status", host -> host.mdm().label());
    known.put("team_name", host -> host.team().map(teams::get).orElse(""));
    known.put("status", host -> HostSeen.of(host, now).label());
    known.put("created_at", host -> host.createdAt().toString());
    known.put("last_enrolled_at", host -> text(host.enrolledAt()));
    known.put("detail_updated_at", host -> text(host.detailsUpdatedAt()));
    known.put("seen_time", host -> text(host.lastSeenAt()));
    names = wanted.isEmpty() ? List.copyOf(known.keySet()) : wanted;
    names.stream().filter(name -> !known.containsKey(name)).findFirst().ifPresent(this::refuse);
  }

  private void refuse(String name) {
    throw MdmException.invalid(
        "enrollment.no_column",
        "columns",
        "There is no column " + name + "; use some of " + String.join(", ", known.keySet()) + ".");
  }

  List<String> names() {
    return names;
  }

  List<String> cells(Host host) {
    return names.stream().map(name -> known.get(name).apply(host)).toList();
  }

  private static String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("");
  }
}
