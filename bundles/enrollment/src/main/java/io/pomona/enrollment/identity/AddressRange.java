package io.pomona.enrollment.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** An address or a network in CIDR form. Names are refused, so nothing is ever looked up. */
public record AddressRange(byte[] network, int prefix) {
  /**
   * @throws IllegalArgumentException when it is neither an address nor a network
   */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    byte[] bytes =
        bytes(address).orElseThrow(() -> new IllegalArgumentException(text + " is no IP address."));
    int bits = bytes.length * 8;
    int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException(text + " is no network.");
    }
    return new AddressRange(bytes, prefix);
  }

  public boolean contains(String address) {
    return bytes(address).filter(this::covers).isPresent();
  }

  private boolean covers(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<byte[]> bytes(String address) {
    String plain = address.replaceAll("^\\[|\\]$|%.*$", "");
    boolean literal =
        plain.indexOf(':') >= 0
            ? plain.matches("[0-9A-Fa-f:.]+")
            : plain.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    try {
      return literal ? Optional.of(InetAddress.getByName(plain).getAddress()) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "AddressRange/" + prefix;
  }
}
