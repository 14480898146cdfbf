package io.pomona.protocol.inventory;

import io.pomona.protocol.command.CommandReportReader;
import io.pomona.protocol.command.ErrorChain;
import io.pomona.protocol.plist.PlistDict;
import java.util.List;

/**
 * What became of one update that was to be scheduled.
 *
 * @param values an element of the answer to ScheduleOSUpdate
 */
public record UpdateResult(PlistDict values) {
  public static final String KEY = "UpdateResults";

  /**
   * @param report the whole report of the Mac
   */
  public static List<UpdateResult> read(PlistDict report) {
    return report.dicts(KEY).stream().map(UpdateResult::new).toList();
  }

  /** Empty text where the Mac named none. */
  public String productKey() {
    return values.string("ProductKey").orElse("");
  }

  /** What the Mac will do, {@code Error} when it will not. */
  public String installAction() {
    return values.string("InstallAction").orElse("");
  }

  public String status() {
    return values.string("Status").orElse("");
  }

  public boolean isError() {
    return installAction().equals("Error");
  }

  /** Apple's reason in words, empty without an error chain. */
  public String reason() {
    return ErrorChain.sentence(CommandReportReader.errors(values));
  }
}
