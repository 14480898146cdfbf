package io.pomona.store.updates;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.updates.OsUpdateOrder;
import io.pomona.api.updates.OsUpdateReport;
import io.pomona.api.updates.OsUpdateStanding;
import io.pomona.protocol.command.OsUpdateAction;
import io.pomona.protocol.command.OsUpdateItem;
import io.pomona.protocol.plist.PlistReader;
import io.pomona.protocol.plist.PlistWriter;
import io.pomona.store.sql.Printable;
import io.pomona.store.sql.Row;
import java.sql.SQLException;
import java.util.Optional;

/** Rows of what Macs could install and were told to. */
final class OsUpdateRows {
  private OsUpdateRows() {}

  static byte[] written(OsUpdateReport report) {
    return PlistWriter.write(Printable.of(report.answer().asMap()));
  }

  static OsUpdateStanding read(Row row) throws SQLException {
    return new OsUpdateStanding(
        report(row, "available"),
        order(row),
        report(row, "results"),
        row.text("failure"),
        report(row, "progress"),
        row.optionalInstant("ask_at"));
  }

  private static Optional<OsUpdateReport> report(Row row, String column) throws SQLException {
    Optional<byte[]> plist = row.optionalBytes(column);
    return plist.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OsUpdateReport(PlistReader.read(plist.get()), row.instant(column + "_at")));
  }

  private static Optional<OsUpdateOrder> order(Row row) throws SQLException {
    Optional<String> command = row.optionalText("command_uuid");
    if (command.isEmpty()) {
      return Optional.empty();
    }
    OsUpdateItem item =
        new OsUpdateItem(
            row.optionalText("product_key"),
            row.optionalText("version"),
            OsUpdateAction.valueOf(row.text("install_action")),
            row.optionalNumber("max_user_deferrals").map(Long::intValue),
            row.optionalText("priority"));
    return Optional.of(
        new OsUpdateOrder(
            new CommandUuid(command.get()),
            item,
            row.text("ordered_by"),
            row.instant("ordered_at")));
  }
}
