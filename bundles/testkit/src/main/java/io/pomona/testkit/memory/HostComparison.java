package io.pomona.testkit.memory;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostOrder;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares hosts as a list wants them. */
record HostComparison(Map<TeamId, String> teamNames) {

  Comparator<Host> of(HostOrder order) {
    Comparator<Host> ascending = by(order.key()).thenComparingLong(host -> host.id().value());
    return order.descending() ? ascending.reversed() : ascending;
  }

  private Comparator<Host> by(HostOrder.Key key) {
    return switch (key) {
      case ID -> Comparator.comparingLong(host -> host.id().value());
      case NAME -> Comparator.comparing(HostComparison::name);
      case SERIAL_NUMBER -> Comparator.comparing(host -> host.facts().serialNumber());
      case MODEL -> Comparator.comparing(host -> host.facts().modelName());
      case OS_VERSION -> (one, other) -> Arrays.compare(version(one), version(other));
      case MDM -> Comparator.comparing(host -> host.mdm().name());
      case TEAM -> Comparator.comparing(this::team);
      case SEEN ->
          Comparator.comparing((Host host) -> host.lastSeenAt().orElse(Instant.EPOCH))
              .thenComparing(host -> host.udid().orElse(""));
      case CREATED -> Comparator.comparing(Host::createdAt);
    };
  }

  private static String name(Host host) {
    String name = host.facts().name();
    return (name.isEmpty() ? host.facts().serialNumber() : name).toLowerCase(Locale.ROOT);
  }

  private String team(Host host) {
    return host.team().map(teamNames::get).orElse("").toLowerCase(Locale.ROOT);
  }

  private static int[] version(Host host) {
    return List.of(host.facts().osVersion().split("[^0-9]+")).stream()
        .filter(part -> !part.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
