package io.pomona.store.enrollment;

import io.pomona.api.enrollment.HostOrder;
import java.util.List;
import java.util.stream.Collectors;

/** The order of all hosts as SQL; most keys have an index that gives it, backwards as well. */
final class HostSorting {
  private HostSorting() {}

  /** What the key needs besides the hosts. */
  static String joined(HostOrder.Key key) {
    return switch (key) {
      case TEAM -> " LEFT JOIN organization_team t ON t.id = h.team_id";
      case SEEN -> " LEFT JOIN enrollment_seen s ON s.channel = h.udid";
      default -> "";
    };
  }

  static String of(HostOrder order) {
    String direction = order.descending() ? " DESC" : "";
    return expressions(order.key()).stream()
        .map(expression -> expression + direction)
        .collect(Collectors.joining(", "));
  }

  private static List<String> expressions(HostOrder.Key key) {
    return switch (key) {
      case ID -> List.of("h.id");
      case SEEN -> List.of("COALESCE(s.seen_at, 0)", "COALESCE(s.channel, '')", "h.id");
      default -> List.of(column(key), "h.id");
    };
  }

  private static String column(HostOrder.Key key) {
    return switch (key) {
      case NAME -> "h.name_order";
      case SERIAL_NUMBER -> "h.serial_number";
      case MODEL -> "h.model_name";
      case OS_VERSION -> "h.os_order";
      case MDM -> "h.mdm";
      case TEAM -> "COALESCE(t.name_key, '')";
      case CREATED -> "h.created_at";
      default -> "h.id";
    };
  }
}
