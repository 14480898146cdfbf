package io.pomona.enrollment.rest;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostOrder;
import io.pomona.api.escrow.DiskEncryptionStatus;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.api.rest.TeamNumber;
import io.pomona.api.updates.HostUpdate;
import io.pomona.enrollment.HostStandings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;

/**
 * Which hosts a request wants. A filter that is not served is refused: leaving it out would return
 * more than was asked for.
 */
final class HostQuery {
  private static final Set<String> SERVED =
      Set.of(
          "query",
          "team_id",
          "mdm_name",
          "mdm_id",
          "mdm_enrollment_status",
          "mdm_server",
          "macos_settings",
          "os_settings",
          "macos_settings_disk_encryption",
          "os_settings_disk_encryption",
          "bootstrap_package",
          "macos_updates",
          "page",
          "per_page",
          "after",
          "order_key",
          "order_direction");
  // What clients of the reference send along and that changes nothing about which hosts come.
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "format",
          "columns",
          "device_mapping",
          "additional_info_filters",
          "disable_failing_policies",
          "disable_issues",
          "populate_software",
          "populate_policies",
          "populate_users",
          "populate_labels");

  private static final Map<String, HostOrder.Key> KEYS =
      Map.ofEntries(
          Map.entry("id", HostOrder.Key.ID),
          Map.entry("display_name", HostOrder.Key.NAME),
          Map.entry("hostname", HostOrder.Key.NAME),
          Map.entry("computer_name", HostOrder.Key.NAME),
          Map.entry("hardware_serial", HostOrder.Key.SERIAL_NUMBER),
          Map.entry("hardware_model", HostOrder.Key.MODEL),
          Map.entry("os_version", HostOrder.Key.OS_VERSION),
          Map.entry("mdm.enrollment_status", HostOrder.Key.MDM),
          Map.entry("team_name", HostOrder.Key.TEAM),
          Map.entry("seen_time", HostOrder.Key.SEEN),
          Map.entry("created_at", HostOrder.Key.CREATED));

  private final MultivaluedMap<String, String> parameters;

  HostQuery(UriInfo uri) {
    this(uri.getQueryParameters());
  }

  HostQuery(MultivaluedMap<String, String> given) {
    parameters = given;
    parameters.keySet().stream()
        .filter(name -> !SERVED.contains(name) && !WITHOUT_EFFECT.contains(name))
        .sorted()
        .findFirst()
        .ifPresent(HostQuery::refuse);
  }

  private static void refuse(String name) {
    throw MdmException.invalid(
        "enrollment.filter_not_served", name, "Hosts cannot be filtered by " + name + ".");
  }

  HostFilter filter(HostStandings standings) {
    WantedMdm mdm = new WantedMdm(text("mdm_enrollment_status"), text("mdm_server"));
    return new HostFilter(
            text("query").orElse(""),
            mdm.statuses(),
            profiles("macos_settings").or(() -> profiles("os_settings")),
            TeamNumber.scope(parameters.getFirst("team_id")))
        .within(mdm.scope())
        .withVersions(update().map(standings::versions))
        .withBootstrap(bootstrap())
        .withEncryption(
            encryption("macos_settings_disk_encryption")
                .or(() -> encryption("os_settings_disk_encryption")));
  }

  private Optional<DiskEncryptionStatus> encryption(String name) {
    return text(name)
        .map(
            label ->
                DiskEncryptionStatus.of(label)
                    .orElseThrow(
                        () ->
                            MdmException.invalid(
                                "enrollment.bad_status",
                                name,
                                "Use verified, verifying, action_required, enforcing, failed or"
                                    + " removing_enforcement.")));
  }

  private Optional<HostUpdate.State> update() {
    return text("macos_updates")
        .map(
            label ->
                Arrays.stream(HostUpdate.State.values())
                    .filter(state -> state.label().equals(label))
                    .findFirst()
                    .orElse(HostUpdate.State.NONE));
  }

  private Optional<SetupStepStatus> bootstrap() {
    return text("bootstrap_package")
        .map(
            label ->
                switch (label) {
                  case "installed" -> SetupStepStatus.DONE;
                  case "pending" -> SetupStepStatus.PENDING;
                  case "failed" -> SetupStepStatus.FAILED;
                  default ->
                      throw MdmException.invalid(
                          "enrollment.bad_status",
                          "bootstrap_package",
                          "Use installed, pending or failed.");
                });
  }

  private Optional<ProfileStatus> profiles(String name) {
    return text(name)
        .map(
            label ->
                Arrays.stream(ProfileStatus.values())
                    .filter(status -> status.label().equals(label))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            MdmException.invalid(
                                "enrollment.bad_status",
                                name,
                                "Use verified, verifying, pending or failed.")));
  }

  /** False for hosts of another MDM solution, of which there are none here. */
  boolean isOfThisServer() {
    return text("mdm_name").map("Fleet"::equals).orElse(true)
        && text("mdm_id").map("1"::equals).orElse(true);
  }

  /** A key that this server does not know changes nothing: clients of the reference send many. */
  HostOrder order() {
    return text("order_key")
        .map(KEYS::get)
        .map(key -> new HostOrder(key, text("order_direction").filter("desc"::equals).isPresent()))
        .orElse(HostOrder.byId());
  }

  /** Of a file; empty when all are wanted. */
  List<String> columns() {
    return text("columns").map(names -> List.of(names.split(","))).orElse(List.of());
  }

  /** Empty when all are wanted. */
  Optional<PageRequest> page() {
    boolean paged =
        Arrays.asList("page", "per_page", "after").stream().anyMatch(parameters::containsKey);
    long perPage = text("per_page").isPresent() ? number("per_page") : 100;
    if (!paged || perPage == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new PageRequest(number("after"), within(number("page"), perPage), within(1, perPage)));
  }

  private static int within(long page, long perPage) {
    try {
      return Math.toIntExact(Math.multiplyExact(page, perPage));
    } catch (ArithmeticException e) {
      return -1;
    }
  }

  private long number(String name) {
    try {
      return text(name).map(Long::parseLong).orElse(0L);
    } catch (NumberFormatException e) {
      throw MdmException.invalid("enrollment.no_number", name, name + " is not a number.");
    }
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(parameters.getFirst(name)).filter(text -> !text.isEmpty());
  }
}
