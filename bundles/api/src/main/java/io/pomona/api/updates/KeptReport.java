package io.pomona.api.updates;

/**
 * What a channel has reported so far.
 *
 * @param status in the form of {@code protocol.declarative.DeviceStatus}
 * @param update what of it is about software updates
 */
public record KeptReport(byte[] status, ReportedUpdate update) {
  /** Without what the Mac said. */
  @Override
  public String toString() {
    return "KeptReport[" + status.length + " bytes]";
  }
}
