package io.pomona.enrollment.migration;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param refused lines for which the whole file would be refused
 * @param hostsCreated Macs that nobody knew
 * @param ignoredColumns names of columns that mean nothing here
 */
public record ImportReport(
    boolean dryRun,
    long accepted,
    long refused,
    long hostsCreated,
    List<String> ignoredColumns,
    List<Row> rows) {
  /**
   * @param line as an editor counts, from 1
   * @param outcome {@code known}, {@code new_host} or {@code refused}
   */
  public record Row(int line, String serialNumber, String outcome, String detail) {}
}
