package io.pomona.simulator.mac.update;

import io.pomona.simulator.wire.Plist;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one software update that a Mac is at, as its status items tell.
 *
 * @param declaration that requires it; empty where a command asked for it
 * @param failure empty without failures
 */
public record Progress(
    InstallState state,
    AvailableUpdate target,
    String declaration,
    Schedule schedule,
    long failures,
    String failure,
    Instant failedAt) {

  static final Progress NONE =
      new Progress(
          InstallState.NONE, AvailableUpdate.NONE, "", Schedule.NONE, 0, "", Instant.EPOCH);

  static Progress required(AvailableUpdate target, String declaration) {
    return new Progress(
        InstallState.DOWNLOADING, target, declaration, Schedule.NONE, 0, "", Instant.EPOCH);
  }

  static Progress scheduled(AvailableUpdate target, Schedule schedule) {
    return new Progress(InstallState.DOWNLOADING, target, "", schedule, 0, "", Instant.EPOCH);
  }

  Progress at(InstallState next) {
    return new Progress(next, target, declaration, schedule, failures, failure, failedAt);
  }

  Progress with(Schedule next) {
    return new Progress(state, target, declaration, next, failures, failure, failedAt);
  }

  Progress failed(InstallState then, String why, Instant now) {
    return new Progress(then, target, declaration, schedule, failures + 1, why, now);
  }

  public boolean pending() {
    return state != InstallState.NONE;
  }

  public String version() {
    return target.version();
  }

  public String build() {
    return target.build();
  }

  /** Why it is installed. */
  public String reason() {
    return declaration.isEmpty() ? "mdm" : "declaration";
  }

  Map<String, Object> saved() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("State", state.name());
    values.put("Target", target.saved());
    values.put("Declaration", declaration);
    values.put("Schedule", schedule.saved());
    values.put("Failures", failures);
    values.put("Failure", failure);
    values.put("FailedAt", failedAt.toString());
    return values;
  }

  static Progress restored(Plist values) {
    return new Progress(
        InstallState.valueOf(values.text("State").orElse("NONE")),
        values.dictionary("Target").map(AvailableUpdate::restored).orElse(AvailableUpdate.NONE),
        values.text("Declaration").orElse(""),
        values.dictionary("Schedule").map(Schedule::restored).orElse(Schedule.NONE),
        values.number("Failures", 0),
        values.text("Failure").orElse(""),
        values.text("FailedAt").map(Instant::parse).orElse(Instant.EPOCH));
  }
}
