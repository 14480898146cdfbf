package io.pomona.simulator.apple.abm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes wrong, endpoint by endpoint: first the counted faults in their order, then the standing
 * one, then nothing. Serial numbers may have a standing status at assigning besides.
 */
public final class AbmScript {

  private static final String SUFFIX = "_responses";

  private final Map<AbmEndpoint, Deque<AbmFault>> once = new EnumMap<>(AbmEndpoint.class);
  private final Map<AbmEndpoint, AbmFault> standing = new EnumMap<>(AbmEndpoint.class);
  private final Map<String, String> statuses = new HashMap<>();
  private volatile int devicesPerEvent = 1;

  public synchronized AbmScript next(AbmEndpoint endpoint, AbmFault... faults) {
    once.computeIfAbsent(endpoint, any -> new ArrayDeque<>()).addAll(List.of(faults));
    return this;
  }

  public AbmScript next(AbmEndpoint endpoint, int count, AbmFault fault) {
    return next(endpoint, Collections.nCopies(count, fault).toArray(AbmFault[]::new));
  }

  /** From now on, every time. */
  public synchronized AbmScript always(AbmEndpoint endpoint, AbmFault fault) {
    standing.put(endpoint, fault);
    return this;
  }

  /** Assigning a profile to these answers FAILED, NOT_ACCESSIBLE or THROTTLED until cleared. */
  public synchronized AbmScript status(String status, Collection<String> serials) {
    serials.forEach(serial -> statuses.put(serial, status));
    return this;
  }

  /** Adds the scripts of a configuration in the language of depsim. */
  public AbmScript read(String json) {
    try {
      AbmDocument config = AbmDocument.read(json.getBytes(StandardCharsets.UTF_8));
      for (String key : config.names()) {
        if (key.endsWith(SUFFIX)) {
          AbmEndpoint endpoint = AbmEndpoint.scripted(key);
          config.children(key).forEach(line -> next(endpoint, line));
        }
      }
      devicesPerEvent =
          config.child("device_insertions").number("devices_per_event", devicesPerEvent);
      return this;
    } catch (IOException e) {
      throw new IllegalArgumentException("Not a configuration of depsim", e);
    }
  }

  /** How many devices the configuration wants to be bought at a time. */
  public int devicesPerEvent() {
    return devicesPerEvent;
  }

  private void next(AbmEndpoint endpoint, AbmDocument line) {
    String response = line.text("response").orElse("success");
    next(endpoint, line.number("count", 1), AbmFaults.named(response));
  }

  public synchronized AbmScript clear() {
    once.clear();
    standing.clear();
    statuses.clear();
    return this;
  }

  /** Counted faults that no call has met yet. */
  public synchronized int left() {
    return once.values().stream().mapToInt(Deque::size).sum();
  }

  synchronized AbmFault of(AbmEndpoint endpoint) {
    Deque<AbmFault> queue = once.get(endpoint);
    return queue == null || queue.isEmpty()
        ? standing.getOrDefault(endpoint, AbmFaults.fine())
        : queue.poll();
  }

  synchronized String status(String serial, String otherwise) {
    return statuses.getOrDefault(serial, otherwise);
  }
}
