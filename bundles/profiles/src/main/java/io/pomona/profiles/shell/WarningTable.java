package io.pomona.profiles.shell;

import io.pomona.profiles.lint.LintWarning;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;

/** Warnings about one profile, a line each. */
final class WarningTable {
  private WarningTable() {}

  static void print(List<LintWarning> warnings, boolean noFormat) {
    ShellTable table = new ShellTable().emptyTableText("Nothing is odd about it.");
    table.column("Warning");
    table.column("Message");
    warnings.forEach(warning -> table.addRow().addContent(warning.code(), warning.message()));
    table.print(System.out, !noFormat);
  }
}
