package io.pomona.escrow.rest;

/** The same per platform, as clients of today want it; there are only Macs. */
public record PlatformSummaryView(
    Platforms verified,
    Platforms verifying,
    Platforms actionRequired,
    Platforms enforcing,
    Platforms failed,
    Platforms removingEnforcement) {

  /** Hosts of each. */
  public record Platforms(long macos, long windows, long linux) {
    static Platforms ofMacs(long count) {
      return new Platforms(count, 0, 0);
    }
  }

  static PlatformSummaryView of(EncryptionSummaryView macs) {
    return new PlatformSummaryView(
        Platforms.ofMacs(macs.verified()),
        Platforms.ofMacs(macs.verifying()),
        Platforms.ofMacs(macs.actionRequired()),
        Platforms.ofMacs(macs.enforcing()),
        Platforms.ofMacs(macs.failed()),
        Platforms.ofMacs(macs.removingEnforcement()));
  }
}
