package io.pomona.abm.setup;

/** Where Macs fetch their package; the token follows. */
final class DownloadAddress {
  static final String PATH = "/mdm/apple/bootstrap?token=";

  private DownloadAddress() {}
}
