package io.pomona.organization.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** An address or a network in CIDR form. Names are refused, so nothing is ever looked up. */
public record Network(byte[] address, int prefix) {
  /**
   * @throws IllegalArgumentException when it is neither an address nor a network
   */
  public static Network parse(String text) {
    String[] parts = text.strip().split("/", 2);
    if (!parts[0].matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*")) {
      throw new IllegalArgumentException(text + " is no address or network.");
    }
    try {
      byte[] address = InetAddress.getByName(parts[0]).getAddress();
      int prefix = parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1]);
      if (prefix < 0 || prefix > address.length * 8) {
        throw new IllegalArgumentException(text + " is no network.");
      }
      return new Network(address, prefix);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text + " is no address or network.", e);
    }
  }

  /** A list as files have it: each value may hold several with commas between them. */
  public static List<Network> list(String... values) {
    return Arrays.stream(values)
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .map(Network::parse)
        .toList();
  }

  boolean contains(InetAddress other) {
    byte[] bytes = other.getAddress();
    if (bytes.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
