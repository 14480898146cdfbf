package io.pomona.simulator.mac.update;

import io.pomona.simulator.mac.ErrorItem;
import io.pomona.simulator.mac.command.Subject;
import io.pomona.simulator.wire.Plist;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of the install actions. A Mac is at one update of its system at a time. */
final class ScheduledUpdate {

  static final List<String> ACTIONS =
      List.of(
          "Default",
          "DownloadOnly",
          "InstallASAP",
          "NotifyOnly",
          "InstallLater",
          "InstallForceRestart");

  private static final String DEFERRALS = "MaxUserDeferrals";

  private final Updates updates;
  private final Subject mac;
  private final Instant now;
  private boolean taken;

  ScheduledUpdate(Updates updates, Subject mac, Instant now) {
    this.updates = updates;
    this.mac = mac;
    this.now = now;
  }

  /** What a command without Updates asks for. */
  List<Plist> byDefault() {
    return updates.found(mac.hardware()).stream()
        .filter(update -> !update.major(mac.hardware()))
        .map(it -> Plist.of(Map.of("ProductKey", it.productKey(), "InstallAction", "Default")))
        .toList();
  }

  Map<String, Object> result(Plist wanted) {
    Optional<AvailableUpdate> update = update(wanted);
    if (update.isEmpty()) {
      return refused(wanted.text("ProductKey").orElse(""), "There is no such update");
    }
    String fault = fault(wanted, update.get());
    if (!fault.isEmpty()) {
      return refused(update.get().productKey(), fault);
    }
    taken = true;
    return scheduled(wanted, update.get());
  }

  private Optional<AvailableUpdate> update(Plist wanted) {
    Optional<String> key = wanted.text("ProductKey");
    return (key.isPresent()
            ? key.flatMap(updates::found)
            : wanted
                .text("ProductVersion")
                .filter(version -> mac.hardware().atLeast(12, 0))
                .flatMap(updates::offered))
        .filter(update -> mac.hardware().olderThan(update.version()));
  }

  private String fault(Plist wanted, AvailableUpdate update) {
    String action = wanted.text("InstallAction").orElseThrow();
    boolean minor = !update.major(mac.hardware());
    boolean deferrals = wanted.values().containsKey(DEFERRALS);
    if (taken) {
      return "Another update of the system is scheduled";
    } else if (action.matches("DownloadOnly|InstallForceRestart")
        && !mac.hardware().atLeast(11, 0)) {
      return action + " came with macOS 11";
    } else if (deferrals
        && !(action.equals("InstallLater") && minor && mac.hardware().atLeast(12, 0))) {
      return DEFERRALS + " is for InstallLater and minor updates only";
    } else if (wanted.text("Priority").filter("High"::equals).isPresent()
        && !(minor && mac.hardware().atLeast(12, 3))) {
      return "Priority High is for minor updates only";
    }
    return "";
  }

  private Map<String, Object> scheduled(Plist wanted, AvailableUpdate update) {
    Progress before = updates.progress();
    boolean prepared = before.state() == InstallState.PREPARED && before.target().equals(update);
    String action = wanted.text("InstallAction").orElseThrow();
    if (action.equals("Default")) {
      action = prepared ? "InstallASAP" : "DownloadOnly";
    }
    Schedule schedule = Schedule.of(action, wanted.number(DEFERRALS, -1), now);
    updates.progress(prepared ? before.with(schedule) : Progress.scheduled(update, schedule));
    return entry(update.productKey(), action, status(updates.progress().state()));
  }

  /** As UpdateResults and OSUpdateStatus name it. */
  static String status(InstallState state) {
    return switch (state) {
      case DOWNLOADING -> "Downloading";
      case INSTALLING -> "Installing";
      case FAILED -> "InstallFailed";
      default -> "Idle";
    };
  }

  private static Map<String, Object> entry(String key, String action, String status) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("ProductKey", key);
    entry.put("InstallAction", action);
    entry.put("Status", status);
    return entry;
  }

  private static Map<String, Object> refused(String key, String why) {
    Map<String, Object> entry = entry(key, "Error", "Idle");
    entry.put("ErrorChain", List.of(new ErrorItem(402, "SUMacControllerError", why).toPlist()));
    return entry;
  }
}
