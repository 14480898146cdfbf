package io.pomona.api.abm;

import io.pomona.protocol.dep.AppleDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A page of ABM that is to be taken over. A serial number is in it once.
 *
 * @param holder who leases the token, and for how long from now on
 * @param assigned Macs only, as Apple describes them
 * @param unassigned Macs that Apple has taken back
 * @param progress where to go on
 */
public record AbmPage(
    AbmTokenId token,
    String holder,
    Duration time,
    List<AppleDevice> assigned,
    List<Unassigned> unassigned,
    AbmProgress progress,
    Instant now) {

  /**
   * @param at when Apple took it back
   */
  public record Unassigned(String serialNumber, Instant at) {}
}
