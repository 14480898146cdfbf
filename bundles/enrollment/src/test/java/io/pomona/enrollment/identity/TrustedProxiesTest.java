package io.pomona.enrollment.identity;

import static org.junit.Assert.assertEquals;

import io.pomona.enrollment.TestConfigs;
import java.util.List;
import org.junit.Test;

public class TrustedProxiesTest {
  private static String of(String trusted, String remote, String... forwarded) {
    return new TrustedProxies(TestConfigs.proxies(trusted)).of(remote, List.of(forwarded));
  }

  @Test
  public void onlyTrustedProxiesAreBelieved() {
    assertEquals("192.0.2.1", of("", "192.0.2.1", "198.51.100.9"));
    assertEquals("192.0.2.1", of("10.0.0.0/8", "192.0.2.1", "198.51.100.9"));
    assertEquals("198.51.100.9", of("10.0.0.0/8", "10.1.2.3", "198.51.100.9"));
    assertEquals("10.1.2.3", of("10.0.0.0/8", "10.1.2.3"));
  }

  @Test
  public void whatTheClientClaimsItselfIsNot() {
    assertEquals(
        "198.51.100.9", of("10.0.0.0/8", "10.1.2.3", "203.0.113.5, 198.51.100.9", "10.9.9.9"));
  }
}
