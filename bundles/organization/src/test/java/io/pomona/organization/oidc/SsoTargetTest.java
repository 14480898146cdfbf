package io.pomona.organization.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import java.util.List;
import org.junit.Test;

public class SsoTargetTest {
  private static final String CHALLENGE = "A".repeat(43);

  @Test
  public void pagesOfThisServer() {
    assertEquals("/", SsoTarget.page("").address());
    for (String page : List.of("/", "/hosts", "/hosts?team_id=3&q=a%20b#top", "/a/b/")) {
      assertEquals(page, SsoTarget.page(page).address());
    }
  }

  @Test
  public void nothingElseIsAPage() {
    for (String elsewhere :
        List.of(
            "https://evil.example.com/",
            "//evil.example.com/",
            "///evil.example.com",
            "/\\evil.example.com",
            "\\\\evil.example.com",
            "/a//evil.example.com",
            "/\t/evil.example.com",
            "/\n/evil.example.com",
            " /hosts",
            "hosts",
            "javascript:alert(1)",
            "@evil.example.com",
            ".evil.example.com",
            "/a\r\nSet-Cookie: x=y",
            "/<script>",
            "/\u2044evil",
            "/" + "a".repeat(600))) {
      assertThrows(elsewhere, MdmException.class, () -> SsoTarget.page(elsewhere));
    }
    for (String broken : new String[] {"/%zz", "/a#b#c", "/%"}) {
      assertThrows(broken, MdmException.class, () -> SsoTarget.page(broken));
    }
  }

  @Test
  public void listenersAreOnTheMachineOfTheBrowser() {
    assertEquals(
        "http://127.0.0.1:49152/abc",
        SsoTarget.listener("http://127.0.0.1:49152/abc", CHALLENGE).address());
    SsoTarget.listener("http://[::1]:49152/", CHALLENGE);
    for (String elsewhere :
        List.of(
            "http://evil.example.com:80/",
            "http://127.0.0.1.evil.example.com:80/",
            "http://127.0.0.1:80@evil.example.com/",
            "http://127.0.0.1@evil.example.com:80/",
            "http://localhost:49152/",
            "http://127.0.0.2:49152/",
            "http://127.0.0.1:49152",
            "http://127.0.0.1/",
            "http://127.0.0.1:49152/?a=b",
            "http://127.0.0.1:49152/#a",
            "http://127.0.0.1:49152//evil.example.com",
            "https://127.0.0.1:49152/",
            "http://0x7f000001:49152/",
            "javascript:alert(1)")) {
      assertThrows(elsewhere, MdmException.class, () -> SsoTarget.listener(elsewhere, CHALLENGE));
    }
    for (String challenge : List.of("", "short", CHALLENGE + "A", "A".repeat(42) + "=")) {
      assertThrows(
          challenge,
          MdmException.class,
          () -> SsoTarget.listener("http://127.0.0.1:49152/", challenge));
    }
  }
}
