package io.pomona.simulator.mac.update;

import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.wire.Plist;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Apple offers one Mac, what it has found of that, and the update it is at. Until somebody
 * says what is offered, Apple offers any version that is asked for. Its Mac guards the changes.
 */
public final class Updates {

  /** What a Mac finds before anybody says what is offered. */
  private static final List<AvailableUpdate> USUAL =
      List.of(
          AvailableUpdate.of("12.7.6", "21H1320"),
          AvailableUpdate.of("13.7.1", "22H221"),
          AvailableUpdate.of("14.7.1", "23H222"),
          AvailableUpdate.of("15.1", "24B83"),
          AvailableUpdate.of("15.2", "24C101"));

  private volatile boolean anything = true;
  private volatile List<AvailableUpdate> offered = USUAL;
  private volatile List<AvailableUpdate> found = USUAL;
  private volatile Progress progress = Progress.NONE;

  /** From now on these and no others; the Mac learns of them with its next scan. */
  public void offer(List<AvailableUpdate> next) {
    anything = false;
    offered = List.copyOf(next);
  }

  void scan() {
    found = offered;
  }

  /** By the last scan, newer than what the Mac runs. */
  List<AvailableUpdate> found(MacHardware mac) {
    return found.stream().filter(update -> mac.olderThan(update.version())).toList();
  }

  Optional<AvailableUpdate> found(String productKey) {
    return found.stream().filter(update -> update.productKey().equals(productKey)).findFirst();
  }

  /** The version counts; a build that does not fit it is passed over. */
  Optional<AvailableUpdate> offered(String version) {
    Optional<AvailableUpdate> known =
        offered.stream().filter(update -> update.version().equals(version)).findFirst();
    return anything ? known.or(() -> Optional.of(AvailableUpdate.of(version))) : known;
  }

  public Progress progress() {
    return progress;
  }

  void progress(Progress next) {
    progress = next;
  }

  /** Nothing is on its way any more. */
  public void forget() {
    progress = Progress.NONE;
  }

  public Map<String, Object> saved() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("Anything", anything);
    values.put("Offered", offered.stream().map(AvailableUpdate::saved).toList());
    values.put("Found", found.stream().map(AvailableUpdate::saved).toList());
    values.put("Progress", progress.saved());
    return values;
  }

  public void restore(Plist values) {
    anything = values.flag("Anything");
    offered = values.dictionaries("Offered").stream().map(AvailableUpdate::restored).toList();
    found = values.dictionaries("Found").stream().map(AvailableUpdate::restored).toList();
    values.dictionary("Progress").map(Progress::restored).ifPresent(this::progress);
  }
}
