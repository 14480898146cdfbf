package io.pomona.organization.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/** Addresses that people give for the server to call. */
public final class CallTarget {
  private final CallRule rule;
  private final Names names;

  /** Looks names up. */
  public interface Names {
    InetAddress[] all(String host) throws UnknownHostException;
  }

  public CallTarget(CallRule rule) {
    this(rule, InetAddress::getAllByName);
  }

  /**
   * @param names instead of the machine's own
   */
  public CallTarget(CallRule rule, Names names) {
    this.rule = rule;
    this.names = names;
  }

  /**
   * Where it leads now.
   *
   * @return at least one, each of which may be called
   * @throws RefusedAddress when it is no proper address, or leads anywhere that may not be called
   */
  public List<InetAddress> resolve(URI address) throws IOException {
    String scheme = String.valueOf(address.getScheme());
    boolean proper =
        (scheme.equals("https") || scheme.equals("http"))
            && address.getHost() != null
            && address.getRawUserInfo() == null
            && address.getRawFragment() == null
            && address.getPort() <= 65_535
            && address.getPort() != 0;
    if (!proper) {
      throw new RefusedAddress("It is no address like https://hooks.example.com/path.");
    }
    InetAddress[] found = names.all(host(address));
    for (InetAddress one : found) {
      requireCallable(scheme, one);
    }
    return List.of(found);
  }

  private void requireCallable(String scheme, InetAddress address) throws IOException {
    if (scheme.equals("https")) {
      rule.requireCallable(address);
    } else {
      rule.requirePlain(address);
    }
  }

  static String host(URI address) {
    return address.getHost().replaceAll("[\\[\\]]", "");
  }
}
