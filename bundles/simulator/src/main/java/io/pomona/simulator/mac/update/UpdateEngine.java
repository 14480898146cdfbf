package io.pomona.simulator.mac.update;

import io.pomona.simulator.mac.Fault;
import io.pomona.simulator.mac.command.Subject;
import io.pomona.simulator.mac.declarative.Enforcement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/** Takes the update that a Mac is at one step further, each time the Mac looks after itself. */
public final class UpdateEngine {

  private static final Duration STEP = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Updates updates;
  private final Subject mac;
  private final Clock clock;
  private final Installer installer;

  /** Puts another system on the Mac. */
  @FunctionalInterface
  public interface Installer {
    void install(String version, String build);
  }

  public UpdateEngine(Updates updates, Subject mac, Clock clock, Installer installer) {
    this.updates = updates;
    this.mac = mac;
    this.clock = clock;
    this.installer = installer;
  }

  /** What the declaration wants comes before what a command wanted. */
  public void step(Optional<Enforcement> enforcement) {
    if (begun(enforcement)) {
      return;
    }
    Progress now = updates.progress();
    switch (now.state()) {
      case DOWNLOADING -> downloaded(now);
      case PREPARED -> prepared(now, enforcement);
      case INSTALLING -> installed(now);
      case FAILED -> again(now);
      default -> {
        // nothing is on its way
      }
    }
  }

  /** Just now, for a declaration: the first step is to be seen before the next one. */
  private boolean begun(Optional<Enforcement> enforcement) {
    Progress now = updates.progress();
    if (enforcement.isPresent() && !serves(now, enforcement.get())) {
      begin(enforcement.get());
      return true;
    } else if (enforcement.isEmpty() && !now.declaration().isEmpty()) {
      updates.forget();
    }
    return false;
  }

  private boolean serves(Progress now, Enforcement wanted) {
    boolean notFound = now.version().isEmpty() && updates.offered(wanted.version()).isEmpty();
    return now.declaration().equals(wanted.declaration())
        && (now.version().equals(wanted.version()) || notFound);
  }

  private void begin(Enforcement wanted) {
    Optional<AvailableUpdate> update = updates.offered(wanted.version());
    updates.progress(
        update
            .map(it -> Progress.required(it, wanted.declaration()))
            .orElseGet(
                () ->
                    Progress.required(AvailableUpdate.NONE, wanted.declaration())
                        .failed(
                            InstallState.NONE,
                            "No update to macOS " + wanted.version() + " was found",
                            clock.instant())));
  }

  private void downloaded(Progress now) {
    if (mac.has(Fault.UPDATE_DOWNLOAD_FAILS)) {
      fail(now, "The update could not be downloaded");
    } else {
      updates.progress(now.at(InstallState.PREPARED));
    }
  }

  private void prepared(Progress now, Optional<Enforcement> enforcement) {
    boolean due =
        enforcement
            .map(it -> !LocalDateTime.now(clock).isBefore(it.deadline()))
            .orElseGet(() -> scheduled(now));
    if (due) {
      updates.progress(updates.progress().at(InstallState.INSTALLING));
    }
  }

  private boolean scheduled(Progress now) {
    return switch (now.schedule().action()) {
      case "InstallASAP", "InstallForceRestart" -> unattended();
      case "InstallLater" -> later(now);
      default -> false;
    };
  }

  /** Apple silicon asks its user, unless the server keeps a bootstrap token. */
  private boolean unattended() {
    return !mac.hardware().appleSilicon() || mac.bootstrapTokenEscrowed();
  }

  /** The user of a virtual Mac says no as often as that is allowed. */
  private boolean later(Progress now) {
    Schedule schedule = now.schedule();
    if (clock.instant().isBefore(schedule.next())) {
      return false;
    } else if (schedule.counted() && schedule.deferralsLeft() > 0) {
      updates.progress(now.with(schedule.deferred()));
      return false;
    }
    return unattended();
  }

  private void installed(Progress now) {
    if (mac.has(Fault.UPDATE_INSTALL_FAILS)) {
      fail(now, "The update could not be installed");
      return;
    }
    installer.install(now.version(), now.build());
    updates.forget();
  }

  private void again(Progress now) {
    if (!mac.has(Fault.UPDATE_DOWNLOAD_FAILS) && !mac.has(Fault.UPDATE_INSTALL_FAILS)) {
      updates.progress(now.at(InstallState.DOWNLOADING));
    }
  }

  private void fail(Progress now, String why) {
    updates.progress(now.failed(InstallState.FAILED, why, clock.instant()));
  }

  /** The user installs it, prepared or not; false: there is nothing to install. */
  public boolean begunByUser() {
    Progress now = updates.progress();
    if (now.pending()) {
      updates.progress(now.at(InstallState.INSTALLING));
    }
    return now.pending();
  }

  /** When the Mac looks after itself again; empty: with its next poll. */
  public Optional<Duration> again(Optional<Enforcement> enforcement) {
    return switch (updates.progress().state()) {
      case DOWNLOADING, INSTALLING -> Optional.of(STEP);
      case PREPARED -> enforcement.map(this::untilDeadline).filter(it -> it.compareTo(SOON) < 0);
      default -> Optional.empty();
    };
  }

  private Duration untilDeadline(Enforcement enforcement) {
    Duration left = Duration.between(LocalDateTime.now(clock), enforcement.deadline());
    return left.compareTo(STEP) < 0 ? STEP : left;
  }
}
