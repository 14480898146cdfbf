package io.pomona.organization.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the server calls on behalf of strangers: public addresses by https, and besides them only
 * the networks that an operator allows. To this machine, where allowed, http will do.
 *
 * @param setting where an operator allows more
 */
public record CallRule(List<Network> allowed, String setting) {
  /**
   * Not told by Java: shared, benchmarking, documentation, reserved; and the unique local of v6.
   */
  private static final List<Network> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "100.64.0.0/10",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "240.0.0.0/4",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "2001::/32",
              "2001:db8::/32",
              "2002::/16",
              "fc00::/7",
              "::/96")
          .map(Network::parse)
          .toList();

  public CallRule {
    allowed = List.copyOf(allowed);
  }

  /** Asked with the address that is about to be connected to, after the name was looked up. */
  public void requireCallable(InetAddress address) throws IOException {
    if (!isAllowed(address) && !isPublic(address)) {
      throw new RefusedAddress("The address is one of a private network; see " + setting + ".");
    }
  }

  /** Without TLS whoever is in between reads along: only where an operator allows it. */
  void requirePlain(InetAddress address) throws IOException {
    if (!isAllowed(address)) {
      throw new RefusedAddress("Without https only what " + setting + " allows is called.");
    }
  }

  /** Asked of addresses that a document of the provider names. */
  public void requireCallable(URI address) throws IOException {
    boolean secure = "https".equals(address.getScheme());
    boolean here = "http".equals(address.getScheme()) && isAllowedLoopback(address);
    if (address.getHost() == null || address.getRawUserInfo() != null || !secure && !here) {
      throw new RefusedAddress("An address is not https.");
    }
  }

  private boolean isAllowedLoopback(URI address) throws IOException {
    String host = address.getHost() == null ? "" : address.getHost();
    if (!host.matches("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]")) {
      return false;
    }
    InetAddress found = InetAddress.getByName(host);
    return found.isLoopbackAddress() && isAllowed(found);
  }

  private boolean isAllowed(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.contains(address));
  }

  private static boolean isPublic(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isAnyLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress()
        && SPECIAL.stream().noneMatch(network -> network.contains(address));
  }
}
