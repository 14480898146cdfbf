package io.pomona.escrow.shell;

import io.pomona.api.escrow.RecoveryKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.support.table.ShellTable;

/** Recovery keys, without themselves. */
final class KeyTable {
  private KeyTable() {}

  static void print(List<RecoveryKey> keys, boolean noFormat) {
    ShellTable table = new ShellTable();
    for (String column :
        List.of("ID", "Serial number", "Received", "Source", "Enrolled", "Readable", "Viewed")) {
      table.column(column);
    }
    table.emptyTableText("No recovery key");
    for (RecoveryKey key : keys) {
      table
          .addRow()
          .addContent(
              key.id().value(),
              key.serialNumber(),
              key.receivedAt(),
              key.source().name().toLowerCase(Locale.ROOT),
              key.enrolledAt(),
              key.unreadable().map(why -> "no: " + why).orElse("yes"),
              key.viewedAt().map(Instant::toString).orElse(""));
    }
    table.print(System.out, !noFormat);
  }
}
