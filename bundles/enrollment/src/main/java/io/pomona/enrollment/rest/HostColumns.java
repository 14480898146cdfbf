package io.pomona.enrollment.rest;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.DiskEncryptionStatus;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.enrollment.HostSeen;
import io.pomona.enrollment.HostStandings.Standings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What can be told of a host in a file, by the names of the API, in their order. */
final class HostColumns {
  private final Map<String, BiFunction<Host, Standings, String>> known = new LinkedHashMap<>();
  private final List<String> names;

  /**
   * @param wanted empty = all
   * @param serverUrl that of Macs whose MDM is on
   */
  HostColumns(
      List<String> wanted, Map<TeamId, String> teams, Optional<String> serverUrl, Instant now) {
    put("id", host -> Long.toString(host.id().value()));
    put("display_name", Host::displayName);
    put("hardware_serial", host -> host.facts().serialNumber());
    put("uuid", host -> host.udid().orElse(""));
    put("hardware_model", host -> host.facts().model());
    put("hardware_model_name", host -> host.facts().modelName());
    put("os_version", host -> host.facts().osVersion());
    put("build", host -> host.facts().buildVersion());
    put("mdm_enrollment_status", host -> host.mdm().label());
    put("team_name", host -> host.team().map(teams::get).orElse(""));
    put("status", host -> HostSeen.of(host, now).label());
    put("created_at", host -> host.createdAt().toString());
    put("last_enrolled_at", host -> text(host.enrolledAt()));
    put("detail_updated_at", host -> text(host.detailsUpdatedAt()));
    put("seen_time", host -> text(host.lastSeenAt()));
    known.put("disk_encryption", (host, all) -> encryption(all.encryption(host)));
    known.put(
        "profiles_status", (host, all) -> all.profiles(host).map(ProfileStatus::label).orElse(""));
    known.put(
        "macos_update",
        (host, all) -> all.update(host).map(update -> update.state().label()).orElse(""));
    put("mdm_server_url", host -> serverUrl.filter(url -> host.mdm().isOn()).orElse(""));
    names = wanted.isEmpty() ? List.copyOf(known.keySet()) : wanted;
    names.stream().filter(name -> !known.containsKey(name)).findFirst().ifPresent(this::refuse);
  }

  private void put(String name, Function<Host, String> cell) {
    known.put(name, (host, all) -> cell.apply(host));
  }

  private static String encryption(HostEncryption encryption) {
    return encryption.status().map(DiskEncryptionStatus::label).orElse("");
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

  List<String> cells(Host host, Standings standings) {
    return names.stream().map(name -> known.get(name).apply(host, standings)).toList();
  }

  private static String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("");
  }
}
