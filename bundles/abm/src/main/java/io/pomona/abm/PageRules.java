package io.pomona.abm;

import io.pomona.api.abm.AbmPage.Unassigned;
import io.pomona.protocol.dep.AppleDevice;
import io.pomona.protocol.dep.AppleDevice.Operation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page comes to: of several changes of a Mac only the newest counts, and of two of the same
 * second the later one in the page. What was modified and is not known counts as added.
 *
 * @param assigned Macs only
 * @param unassigned also what is no Mac: Apple does not always say what it was
 */
record PageRules(List<AppleDevice> assigned, List<Unassigned> unassigned) {
  static PageRules of(List<AppleDevice> page, Instant now) {
    Map<String, AppleDevice> newest = new LinkedHashMap<>();
    page.forEach(device -> newest.merge(device.serialNumber(), device, PageRules::newer));
    return new PageRules(
        newest.values().stream().filter(device -> !isDeleted(device) && isMac(device)).toList(),
        newest.values().stream()
            .filter(PageRules::isDeleted)
            .map(gone -> new Unassigned(gone.serialNumber(), gone.operationAt().orElse(now)))
            .toList());
  }

  private static AppleDevice newer(AppleDevice one, AppleDevice later) {
    Instant before = one.operationAt().orElse(Instant.MIN);
    return later.operationAt().orElse(Instant.MAX).isBefore(before) ? one : later;
  }

  private static boolean isDeleted(AppleDevice device) {
    return device.operation().filter(what -> what == Operation.DELETED).isPresent();
  }

  private static boolean isMac(AppleDevice device) {
    return device.family().isEmpty()
        ? device.os().equalsIgnoreCase("OSX")
        : device.family().equalsIgnoreCase("Mac");
  }
}
