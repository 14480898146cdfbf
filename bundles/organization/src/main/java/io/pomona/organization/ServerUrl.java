package io.pomona.organization;

import io.pomona.api.MdmException;
import java.net.URI;
import java.net.URISyntaxException;

/** The address of this server as Macs see it. */
public final class ServerUrl {
  private ServerUrl() {}

  /** Without a trailing slash; refuses anything but https with a host and nothing behind it. */
  public static String require(String text) {
    String trimmed = text.strip().replaceAll("/+$", "");
    try {
      URI uri = new URI(trimmed);
      if ("https".equals(uri.getScheme()) && uri.getHost() != null && isBare(uri)) {
        return trimmed;
      }
    } catch (URISyntaxException e) {
      // refused below like every other text that is not an address
    }
    throw MdmException.invalid(
        "organization.bad_server_url",
        "server_url",
        "Give the address at which Macs reach this server, such as https://mdm.example.com.");
  }

  /** What has a host has a path as well, if only an empty one. */
  private static boolean isBare(URI uri) {
    return uri.getRawPath().isEmpty()
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && uri.getRawUserInfo() == null;
  }
}
