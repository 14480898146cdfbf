package io.pomona.organization.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Role;
import io.pomona.organization.outbound.TrustedRoots;
import java.time.Duration;
import org.junit.Rule;
import org.junit.Test;

/** What the provider says of itself is not believed in everything. */
public class DiscoveryTest {
  @Rule public final SsoScene scene = new SsoScene();

  private void assertUnusable(String field, Object value) {
    scene.provider.describes(field, value);
    MdmException refused =
        assertThrows(
            field, MdmException.class, () -> scene.sso.begin(SsoTarget.page(""), SsoScene.HERE));
    assertEquals(MdmException.Kind.UNAVAILABLE, refused.kind());
  }

  @Test
  public void anotherIssuer() {
    assertUnusable("issuer", "https://evil.example.com");
  }

  @Test
  public void tokensWithoutTls() {
    assertUnusable("token_endpoint", "http://id.example.com/token");
  }

  @Test
  public void keysOfAFile() {
    assertUnusable("jwks_uri", "file:///etc/passwd");
  }

  @Test
  public void loginsByAScript() {
    assertUnusable("authorization_endpoint", "javascript:alert(1)");
  }

  /** Strangers cannot make the server ask again and again. */
  @Test
  public void aFailureIsRememberedForAMoment() {
    Discovery discovery =
        new Discovery(
            scene.configured.settings(),
            new OutboundHttp(
                scene.configured.settings().rule(),
                TrustedRoots.sockets(java.util.Optional.empty(), "oidc.trust.pem")),
            scene.clock);
    scene.provider.describes("issuer", "https://evil.example.com");
    for (int i = 0; i < 5; i++) {
      assertThrows(MdmException.class, discovery::endpoints);
    }
    assertEquals(1, scene.provider.requests().size());
    scene.provider.describes("issuer", scene.provider.issuer());
    scene.clock.advance(Duration.ofSeconds(11));
    assertEquals(scene.provider.issuer() + "/token", discovery.endpoints().token().toString());
    discovery.endpoints();
    assertEquals(2, scene.provider.requests().size());
  }

  @Test
  public void aProviderThatIsGoneIsGoneOnWithForAWhile() {
    scene.account("ada@example.com", Role.OBSERVER, true);
    Discovery discovery =
        new Discovery(
            scene.configured.settings(),
            new OutboundHttp(
                scene.configured.settings().rule(),
                TrustedRoots.sockets(java.util.Optional.empty(), "oidc.trust.pem")),
            scene.clock);
    ProviderEndpoints before = discovery.endpoints();
    scene.provider.close();
    scene.clock.advance(Duration.ofHours(2));
    assertEquals(before, discovery.endpoints());
  }
}
