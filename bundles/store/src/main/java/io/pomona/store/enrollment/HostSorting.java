package io.pomona.store.enrollment;

import io.pomona.api.enrollment.HostOrder;

/** The order of hosts as SQL; most keys have an index that gives it, backwards as well. */
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
    String number = "h.id" + direction;
    return order.key() == HostOrder.Key.ID
        ? number
        : expression(order.key()) + direction + ", " + number;
  }

  private static String expression(HostOrder.Key key) {
    return switch (key) {
      case ID -> "h.id";
      case NAME -> "h.name_order";
      case SERIAL_NUMBER -> "h.serial_number";
      case MODEL -> "h.model_name";
      case OS_VERSION -> "h.os_order";
      case MDM -> "h.mdm";
      case TEAM -> "COALESCE(t.name_key, '')";
      case SEEN -> "COALESCE(s.seen_at, 0)";
      case CREATED -> "h.created_at";
    };
  }
}
