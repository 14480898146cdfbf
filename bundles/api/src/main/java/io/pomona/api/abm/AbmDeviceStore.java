package io.pomona.api.abm;

import java.util.List;

/**
 * The Macs that ABM assigns to us, each with its host. Each method is one transaction.
 *
 * <p>A Mac that is newly assigned, for the first time or anew, is Pending unless it is enrolled.
 * Its host is the one of its serial number, or a new one in the token's default team. A Mac that
 * Apple takes back is no longer Pending; a host that was made for it and has never enrolled
 * disappears.
 */
public interface AbmDeviceStore extends AbmDeviceLookup {
  /**
   * Takes a page over: Macs, hosts and progress, or nothing of it. What Apple did to a Mac before
   * what is known of it already changes nothing, and a token takes back only its own Macs.
   *
   * @throws io.pomona.api.MdmException conflict {@code abm.lease_lost}
   */
  AbmChanges take(AbmPage page);

  /**
   * Those of a token by serial number.
   *
   * @param missing only those that the last complete fetch of all Macs did not show
   * @param after the serial number of the last one of the page before, or empty text
   */
  List<AbmDevice> list(AbmTokenId token, boolean missing, String after, int limit);

  Counts counts(AbmTokenId token);

  /**
   * @param devices all that are assigned
   * @param missing those of them that the last complete fetch of all Macs did not show
   */
  record Counts(long devices, long missing) {}
}
