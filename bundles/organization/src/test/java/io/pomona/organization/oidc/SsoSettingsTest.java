package io.pomona.organization.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import io.pomona.api.organization.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class SsoSettingsTest {
  private final Configured configured =
      new Configured().with("oidc.issuer", "https://id.example.com").with("oidc.client.id", "me");

  @Test
  public void offByDefaultAndOpenIdWithEmail() {
    assertEquals(Optional.empty(), SsoSettings.of(new Configured().config()));
    SsoSettings settings = configured.settings();
    assertEquals(Optional.empty(), settings.jitRole());
    assertEquals(List.of("email", "profile"), settings.scopes());
    assertEquals(Set.of(), settings.domains());
  }

  @Test
  public void whoRulesTheProviderDoesNotRuleThisServer() {
    for (Role role : List.of(Role.ADMIN, Role.MAINTAINER, Role.GITOPS)) {
      configured.with("oidc.jit.role", role.label());
      assertThrows(IllegalArgumentException.class, configured::settings);
    }
    configured.with("oidc.jit.role", "observer_plus");
    assertEquals(Optional.of(Role.OBSERVER_PLUS), configured.settings().jitRole());
    configured.with("oidc.jit.role", "king");
    assertThrows(IllegalArgumentException.class, configured::settings);
  }

  @Test
  public void whatIsWrongTurnsItOff() {
    configured.with("oidc.client.id", "");
    assertThrows(IllegalArgumentException.class, configured::settings);
    assertEquals(Optional.empty(), new ConfiguredProvider(configured.config()).current());
    configured.with("oidc.client.id", "me").with("oidc.issuer", "no address");
    assertEquals(Optional.empty(), new ConfiguredProvider(configured.config()).current());
  }

  @Test
  public void theSecretIsShownNowhere() {
    configured.with(".oidc.client.secret", "canary-4711");
    assertFalse(configured.settings().toString().contains("canary"));
  }
}
