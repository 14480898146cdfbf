package io.pomona.simulator.mac;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The faults that one Mac has at present; tests set and mend them while it runs. */
public final class Faults {

  private final Set<Fault> present = ConcurrentHashMap.newKeySet();

  public Faults add(Fault fault) {
    present.add(fault);
    return this;
  }

  public Faults mend(Fault fault) {
    present.remove(fault);
    return this;
  }

  public boolean has(Fault fault) {
    return present.contains(fault);
  }
}
