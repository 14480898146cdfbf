package io.pomona.organization.outbound;

import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.Test;

public class CallRuleTest {
  private final CallRule strict = new CallRule(List.of(), "some.networks");

  private static CallRule allowing(String... networks) {
    return new CallRule(Network.list(networks), "some.networks");
  }

  @Test
  public void publicAddressesAreCalled() throws IOException {
    for (String address : List.of("1.1.1.1", "172.32.0.1", "2606:4700::1111", "100.128.0.1")) {
      strict.requireCallable(InetAddress.getByName(address));
    }
  }

  @Test
  public void othersAreNot() throws IOException {
    for (String address :
        List.of(
            "127.0.0.1",
            "127.8.8.8",
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "fe80::1",
            "fec0::1",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1")) {
      InetAddress resolved = InetAddress.getByName(address);
      assertThrows(address, IOException.class, () -> strict.requireCallable(resolved));
    }
  }

  @Test
  public void whatAnOperatorAllowsIsCalled() throws IOException {
    CallRule rule = allowing("10.1.0.0/16", "fd00::/8");
    rule.requireCallable(InetAddress.getByName("10.1.2.3"));
    rule.requireCallable(InetAddress.getByName("fd12::1"));
    InetAddress beside = InetAddress.getByName("10.2.0.1");
    assertThrows(IOException.class, () -> rule.requireCallable(beside));
  }

  @Test
  public void onlyTlsButToThisMachine() throws IOException {
    strict.requireCallable(URI.create("https://id.example.com/token"));
    CallRule loopback = allowing("127.0.0.0/8");
    loopback.requireCallable(URI.create("http://127.0.0.1:8080/token"));
    loopback.requireCallable(URI.create("http://localhost:8080/token"));
    for (String address :
        List.of(
            "http://id.example.com/token",
            "http://127.0.0.1.example.com/token",
            "http://127.0.0.1@id.example.com/token",
            "https://user@id.example.com/token",
            "file:///etc/passwd",
            "ftp://id.example.com/",
            "jar:https://id.example.com/a!/b",
            "https:opaque")) {
      assertThrows(address, IOException.class, () -> loopback.requireCallable(URI.create(address)));
    }
    assertThrows(
        IOException.class, () -> strict.requireCallable(URI.create("http://127.0.0.1:8080/")));
  }

  @Test
  public void whatIsNoNetworkIsSaid() {
    for (String text :
        List.of("", "example.com", "10.0.0.0/33", "10.0.0.0/x", "10.0.0", "::/129")) {
      assertThrows(text, IllegalArgumentException.class, () -> Network.parse(text));
    }
  }
}
