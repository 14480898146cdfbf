package io.pomona.organization.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Role;
import io.pomona.simulator.oidc.Forgery;
import io.pomona.simulator.oidc.Forgery.Seal;
import io.pomona.simulator.oidc.VirtualProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** Tokens that a login must not be believed by. */
public class ForgedTokensTest {
  private static final String BAD = "organization.sso_bad_token";
  private static final String UNVERIFIED = "organization.sso_email_not_verified";

  @Rule public final SsoScene scene = new SsoScene();

  @Before
  public void anAccount() {
    scene.account("ada@example.com", Role.MAINTAINER, true);
  }

  private void assertRefused(String code, Forgery forgery) {
    scene.provider.forge(forgery);
    assertEquals(code, assertThrows(MdmException.class, scene::logIn).code());
  }

  /** The test would prove nothing if honest ones were refused as well. */
  @Test
  public void anHonestOneIsBelieved() {
    assertTrue(scene.logIn().session().isPresent());
    scene.provider.forge(Forgery.claiming("email_verified", "true"));
    assertTrue(scene.logIn().session().isPresent());
    scene.provider.forge(
        Forgery.claiming("aud", List.of(VirtualProvider.CLIENT, "other"))
            .and("azp", VirtualProvider.CLIENT));
    assertTrue(scene.logIn().session().isPresent());
  }

  @Test
  public void seals() {
    for (Seal seal : Seal.values()) {
      if (seal != Seal.HONEST) {
        assertRefused(BAD, Forgery.of(seal));
      }
    }
  }

  @Test
  public void anotherIssuer() {
    assertRefused(BAD, Forgery.claiming("iss", "https://evil.example.com"));
    assertRefused(BAD, Forgery.claiming("iss", scene.provider.issuer() + "/"));
    assertRefused(BAD, Forgery.without("iss"));
  }

  @Test
  public void forSomebodyElse() {
    assertRefused(BAD, Forgery.claiming("aud", "another-client"));
    assertRefused(BAD, Forgery.claiming("aud", List.of("another-client")));
    assertRefused(BAD, Forgery.without("aud"));
    assertRefused(BAD, Forgery.claiming("azp", "another-client"));
    assertRefused(BAD, Forgery.claiming("aud", List.of(VirtualProvider.CLIENT, "other")));
    assertRefused(
        BAD, Forgery.claiming("aud", List.of(VirtualProvider.CLIENT, "other")).and("azp", "other"));
  }

  @Test
  public void ofAnotherLogin() {
    assertRefused(BAD, Forgery.claiming("nonce", "of another login"));
    assertRefused(BAD, Forgery.without("nonce"));
  }

  @Test
  public void ofAnotherTime() {
    long now = Instant.now().getEpochSecond();
    assertRefused(BAD, Forgery.claiming("exp", now - 120));
    assertRefused(BAD, Forgery.without("exp"));
    assertRefused(BAD, Forgery.claiming("iat", now + 600));
    assertRefused(BAD, Forgery.without("iat"));
  }

  @Test
  public void ofNobody() {
    assertRefused(BAD, Forgery.without("sub"));
    assertRefused(UNVERIFIED, Forgery.without("email"));
    assertRefused(UNVERIFIED, Forgery.without("email_verified"));
    assertRefused(UNVERIFIED, Forgery.claiming("email_verified", false));
    assertRefused(UNVERIFIED, Forgery.claiming("email_verified", "no"));
    assertRefused(UNVERIFIED, Forgery.claiming("email", Map.of("a", "b")));
    assertRefused("organization.sso_domain", Forgery.claiming("email", "no address"));
  }

  /** In lower case the sign of Kelvin is a k, and a capital I with a dot begins with an i. */
  @Test
  public void withAnAddressThatOnlyLooksLikeAnother() {
    scene.account("kim@example.com", Role.ADMIN, true);
    assertRefused("organization.sso_email", Forgery.claiming("email", "\u212aim@example.com"));
    assertRefused("organization.sso_email", Forgery.claiming("email", "K\u0130m@example.com"));
    scene.provider.forge(Forgery.claiming("email", "KIM@Example.com"));
    assertTrue(scene.logIn().session().isPresent());
  }
}
