package io.pomona.store.enrollment;

import io.pomona.api.enrollment.HostOrder;

/** The order of hosts as SQL over {@link HostRows#SELECT}. */
final class HostSorting {
  private HostSorting() {}

  static String of(HostOrder order) {
    String direction = order.descending() ? " DESC" : "";
    return order.key() == HostOrder.Key.ID
        ? "h.id" + direction
        : expression(order.key()) + direction + ", h.id";
  }

  private static String expression(HostOrder.Key key) {
    return switch (key) {
      case ID -> "h.id";
      case NAME -> "LOWER(CASE WHEN h.name = '' THEN h.serial_number ELSE h.name END)";
      case SERIAL_NUMBER -> "h.serial_number";
      case MODEL -> "h.model_name";
      case OS_VERSION -> "h.os_order";
      case MDM -> "h.mdm";
      case TEAM ->
          "COALESCE((SELECT LOWER(t.name) FROM organization_team t WHERE t.id = h.team_id), '')";
      case SEEN -> "COALESCE(s.seen_at, 0)";
      case CREATED -> "h.created_at";
    };
  }
}
