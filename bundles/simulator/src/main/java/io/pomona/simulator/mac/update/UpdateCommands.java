package io.pomona.simulator.mac.update;

import io.pomona.simulator.mac.ErrorItem;
import io.pomona.simulator.mac.command.Answer;
import io.pomona.simulator.mac.command.Command;
import io.pomona.simulator.mac.command.Subject;
import io.pomona.simulator.wire.Plist;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four commands for software updates; all but the list need a supervised Mac. */
public final class UpdateCommands {

  private final Updates updates;
  private final Subject mac;
  private final Clock clock;

  public UpdateCommands(Updates updates, Subject mac, Clock clock) {
    this.updates = updates;
    this.mac = mac;
    this.clock = clock;
  }

  public Answer scan() {
    if (!mac.supervised()) {
      return unsupervised();
    }
    updates.scan();
    return Answer.acknowledged("ScanInitiated", true);
  }

  public Answer available() {
    return Answer.acknowledged(
        "AvailableOSUpdates",
        updates.found(mac.hardware()).stream().map(it -> it.listed(mac.hardware())).toList());
  }

  /** A declaration takes precedence: then the command changes nothing and says so. */
  public Answer schedule(Command command, boolean enforced) {
    if (!mac.supervised()) {
      return unsupervised();
    } else if (enforced) {
      return Answer.error(
          new ErrorItem(
              12090,
              "MCMDMErrorDomain",
              "Ignored: a declaration of a software update enforcement policy is active"));
    }
    List<Plist> wanted = command.arguments().dictionaries("Updates");
    ScheduledUpdate scheduled = new ScheduledUpdate(updates, mac, clock.instant());
    for (Plist item : wanted) {
      if (!ScheduledUpdate.ACTIONS.contains(item.text("InstallAction").orElse(""))) {
        return Answer.formatError(ErrorItem.mdmClient(97, "No known 'InstallAction'"));
      }
    }
    List<Map<String, Object>> results = new ArrayList<>();
    for (Plist item : wanted.isEmpty() ? scheduled.byDefault() : wanted) {
      results.add(scheduled.result(item));
    }
    return Answer.acknowledged("UpdateResults", results);
  }

  /** While a declaration is active it tells nothing of the system's update. */
  public Answer status(boolean enforced) {
    if (!mac.supervised()) {
      return unsupervised();
    }
    Progress now = updates.progress();
    return Answer.acknowledged(
        "OSUpdateStatus", enforced || !now.pending() ? List.of() : List.of(entry(now)));
  }

  private Map<String, Object> entry(Progress now) {
    boolean downloaded =
        now.state() == InstallState.PREPARED || now.state() == InstallState.INSTALLING;
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("ProductKey", now.target().productKey());
    entry.put("IsDownloaded", downloaded);
    entry.put("DownloadPercentComplete", downloaded ? 1.0 : 0.5);
    entry.put("Status", ScheduledUpdate.status(now.state()));
    if (mac.hardware().atLeast(12, 3) && now.schedule().counted()) {
      entry.put("MaxDeferrals", now.schedule().mostDeferrals());
      entry.put("DeferralsRemaining", now.schedule().deferralsLeft());
      entry.put("NextScheduledInstall", Date.from(now.schedule().next()));
    }
    return entry;
  }

  private static Answer unsupervised() {
    return Answer.error(new ErrorItem(12064, "MCMDMErrorDomain", "This Mac is not supervised"));
  }
}
