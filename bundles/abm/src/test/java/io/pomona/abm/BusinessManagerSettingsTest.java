package io.pomona.abm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.api.organization.StatusCheck.StatusLine;
import io.pomona.simulator.apple.abm.AbmServer;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** The settings, the status and the end of a token, as ABM comes and goes. */
public class BusinessManagerSettingsTest {
  @Rule public final AbmScene scene = new AbmScene();

  private BusinessManagerSettings settings;

  @Before
  public void aTeam() {
    settings = new BusinessManagerSettings(scene.tokens, scene.stores.teams());
    scene
        .stores
        .teams()
        .create(
            new NewTeam("Mobile", ""),
            scene.clock.instant(),
            team -> Fixtures.activity("created_team"));
  }

  private static SettingsWish wish(String team) {
    return new SettingsWish(
        Map.of("apple_bm_default_team", team, "apple_bm_terms_expired", true),
        Optional.empty(),
        false);
  }

  private List<String> wrong(String team) {
    return settings.check(Optional.empty(), wish(team)).stream().map(FieldError::reason).toList();
  }

  private Object said(String key) {
    return settings.describe(Optional.empty()).get(key);
  }

  private List<StatusLine> status() {
    return new AbmStatus(scene.stores.abmTokens(), scene.stores.abmDevices()).check();
  }

  @Test
  public void theDefaultTeamOfTheOnlyToken() {
    assertTrue(wrong("Mobile").get(0), wrong("Mobile").get(0).contains("not connected"));
    assertEquals(List.of(), wrong(""));
    scene.loaded();
    assertEquals(true, said("apple_bm_enabled_and_configured"));
    assertTrue(wrong("Nobody").get(0), wrong("Nobody").get(0).contains("no team Nobody"));
    assertEquals(List.of(), wrong("mobile"));
    assertEquals(1, settings.apply(Fixtures.ADMIN, Optional.empty(), wish("Mobile")).size());
    assertEquals(List.of(), settings.apply(Fixtures.ADMIN, Optional.empty(), wish("Mobile")));
    assertEquals("Mobile", said("apple_bm_default_team"));
    assertEquals(
        Map.of("apple_bm_default_team", "Mobile"),
        settings.export(Fixtures.ADMIN, Optional.empty(), "files").values());
    assertEquals(1, settings.apply(Fixtures.ADMIN, Optional.empty(), wish("")).size());
    assertEquals("", said("apple_bm_default_team"));
  }

  @Test
  public void ofSeveralTokensEachIsSetByItself() {
    scene.loaded();
    AbmServer second =
        scene.abm.person().addServer("Pomona", scene.keys.certificate(Fixtures.ADMIN));
    scene.tokens.load(Fixtures.ADMIN, scene.abm.person().downloadToken(second));
    assertTrue(wrong("Mobile").get(0), wrong("Mobile").get(0).contains("2 server tokens"));
    assertEquals(List.of(), wrong(""));
    List<String> names = status().stream().map(StatusLine::name).toList();
    long first = scene.token().id().value();
    assertEquals("abm.sync.pomona-" + first, names.get(0));
    assertEquals(2, names.stream().distinct().count());
  }

  @Test
  public void termsAndTroubleAreTold() {
    assertEquals(List.of(), status());
    scene.loaded();
    assertEquals(Level.OK, status().get(0).level());
    scene.look();
    scene.abm.person().changeTerms();
    scene.lookAgain();
    assertEquals(true, said("apple_bm_terms_expired"));
    assertEquals(Level.ERROR, status().get(0).level());
    assertTrue(status().get(0).message().contains("business.apple.com"));
    scene.abm.person().acceptTerms();
    scene.lookAgain();
    assertEquals(false, said("apple_bm_terms_expired"));
    assertEquals(Level.OK, status().get(0).level());
  }

  @Test
  public void theTokenEndsInAYear() {
    AbmTokenExpiry expiry = new AbmTokenExpiry(scene.stores.abmTokens());
    assertEquals(List.of(), expiry.expiring());
    scene.loaded();
    assertEquals("abm.token.pomona", expiry.expiring().get(0).name());
    assertEquals(scene.token().expiresAt(), expiry.expiring().get(0).notAfter());
  }
}
