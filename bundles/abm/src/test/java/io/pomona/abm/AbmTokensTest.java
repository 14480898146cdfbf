package io.pomona.abm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.TeamId;
import io.pomona.simulator.apple.abm.AbmEndpoint;
import io.pomona.simulator.apple.abm.AbmFaults;
import io.pomona.simulator.apple.abm.AbmServer;
import io.pomona.simulator.apple.abm.TokenCipher;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.testkit.Fixtures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;

public class AbmTokensTest {
  @Rule public final AbmScene scene = new AbmScene();

  private byte[] downloaded() {
    return scene.abm.person().downloadToken(scene.server);
  }

  private void assertRefused(String code, byte[] file) {
    MdmException refused =
        assertThrows(MdmException.class, () -> scene.tokens.load(Fixtures.ADMIN, file));
    assertEquals(code, refused.code());
    assertTrue(scene.tokens.list().isEmpty());
  }

  @Test
  public void aTokenIsProvedAndShown() {
    AbmToken token = scene.loaded();
    assertEquals("Pomona", token.account().serverName());
    assertEquals("Orchard Works", token.account().organizationName());
    assertTrue(token.expiresAt().isAfter(scene.clock.instant().plus(Duration.ofDays(300))));
    assertEquals(1, scene.abm.calls().count(AbmEndpoint.ACCOUNT));
    String sealed =
        new String(
            scene.stores.abmTokens().sealed(token.id()).orElseThrow(), StandardCharsets.ISO_8859_1);
    assertFalse(sealed.contains("AS_"));
  }

  @Test
  public void everyCipherAndAnyOfTheKeysWillDo() {
    for (TokenCipher cipher : TokenCipher.values()) {
      scene.keys.create(Fixtures.ADMIN);
      byte[] file = scene.abm.person().downloadToken(scene.server, cipher);
      AbmToken token = scene.tokens.load(Fixtures.ADMIN, file);
      scene.tokens.delete(Fixtures.ADMIN, token.id(), false);
    }
    assertTrue(scene.tokens.list().isEmpty());
  }

  @Test
  public void thePublicKeyStaysTheSameUntilItEnds() {
    String first = scene.keys.certificate(Fixtures.ADMIN);
    assertEquals(first, scene.keys.certificate(Fixtures.ADMIN));
    scene.clock.advance(Duration.ofDays(31));
    assertNotEquals(first, scene.keys.certificate(Fixtures.ADMIN));
  }

  @Test
  public void everyWrongFileHasItsSentence() {
    byte[] good = downloaded();
    assertRefused("abm.token_malformed", new byte[0]);
    assertRefused("abm.token_malformed", "<html></html>".getBytes(StandardCharsets.US_ASCII));
    assertRefused(
        "abm.token_malformed",
        scene.keys.certificate(Fixtures.ADMIN).getBytes(StandardCharsets.US_ASCII));
    assertRefused("abm.token_unreadable", Arrays.copyOf(good, good.length / 2));
    AbmServer other = scene.abm.person("Other").addServer("Other", pem(new FakeEncryptionKeys()));
    assertRefused("abm.token_for_another_key", scene.abm.person("Other").downloadToken(other));
    assertRefused("abm.token_unreadable", new byte[] {0x30, 3, 2, 1, 1});
    scene.abm.person().downloadToken(scene.server);
    assertRefused("abm.token_rejected", good);
    scene.clock.advance(Duration.ofDays(400));
    assertRefused("abm.token_expired", downloaded());
  }

  private static String pem(FakeEncryptionKeys keys) {
    return Certificates.pem("CERTIFICATE", keys.create("Other", Duration.ofDays(1)).certificate());
  }

  @Test
  public void aTokenThatAssignsMacsIsDeletedByForceOnly() {
    List<String> macs = scene.abm.person().buyMacs(scene.server, "C02X", 2);
    AbmToken token = scene.loaded();
    scene.look();
    MdmException refused =
        assertThrows(
            MdmException.class, () -> scene.tokens.delete(Fixtures.ADMIN, token.id(), false));
    assertEquals("abm.token_assigns", refused.code());
    assertTrue(refused.getMessage(), refused.getMessage().contains(" 2 Macs"));
    assertTrue(scene.host(macs.get(0)).isPresent());
    scene.tokens.delete(Fixtures.ADMIN, token.id(), true);
    assertTrue(scene.host(macs.get(0)).isEmpty());
  }

  @Test
  public void macsAreListedInPagesAndThoseThatAreMissing() {
    List<String> macs = scene.abm.person().buyMacs(scene.server, "C02X", 3);
    AbmToken token = scene.loaded();
    scene.look();
    assertEquals(macs.subList(0, 2), serials(token, false, "", 2));
    assertEquals(macs.subList(2, 3), serials(token, false, macs.get(1), 2));
    assertEquals(List.of(), serials(token, true, "", 2));
    scene.abm.script().next(AbmEndpoint.FETCH, AbmFaults.missingPage());
    scene.clock.advance(Duration.ofDays(2));
    scene.look();
    assertEquals(macs, serials(token, true, "", 9));
    assertThrows(MdmException.class, () -> serials(token, true, "", 0));
  }

  private List<String> serials(AbmToken token, boolean missing, String after, int limit) {
    return scene.tokens.devices(token.id(), missing, after, limit).stream()
        .map(AbmDevice::serialNumber)
        .toList();
  }

  @Test
  public void appleMayRefuseAtLoading() {
    scene.abm.person().changeTerms();
    assertRefused("abm.terms_not_signed", downloaded());
    scene.abm.person().acceptTerms();
    scene.abm.script().next(AbmEndpoint.ACCOUNT, AbmFaults.named("service_unavailable"));
    assertRefused("abm.apple_unavailable", downloaded());
  }

  @Test
  public void renewingStaysInPlaceAndAnotherServerNeedsForce() {
    AbmToken token = scene.loaded();
    AbmToken renewed = scene.tokens.renew(Fixtures.ADMIN, token.id(), downloaded(), false);
    assertEquals(token.id(), renewed.id());
    AbmServer other =
        scene.abm.person("Other").addServer("Other", scene.keys.certificate(Fixtures.ADMIN));
    byte[] file = scene.abm.person("Other").downloadToken(other);
    MdmException refused =
        assertThrows(
            MdmException.class, () -> scene.tokens.renew(Fixtures.ADMIN, token.id(), file, false));
    assertEquals("abm.other_server", refused.code());
    assertEquals(
        "Other",
        scene.tokens.renew(Fixtures.ADMIN, token.id(), file, true).account().organizationName());
  }

  @Test
  public void theDefaultTeamIsToldOnceWithWhatWasBefore() {
    AbmToken token = scene.loaded();
    TeamId team =
        scene
            .stores
            .teams()
            .create(
                new NewTeam("Mobile", ""),
                scene.clock.instant(),
                made -> Fixtures.activity("created_team"))
            .id();
    assertTrue(scene.tokens.defaultTeam(Fixtures.ADMIN, token.id(), Optional.of(team)));
    assertFalse(scene.tokens.defaultTeam(Fixtures.ADMIN, token.id(), Optional.of(team)));
    assertTrue(scene.tokens.defaultTeam(Fixtures.ADMIN, token.id(), Optional.empty()));
    List<Activity> told = scene.stores.activities().newest(PageRequest.first(2));
    assertEquals("Mobile", told.get(0).details().get("previous_team_name"));
    assertEquals("Mobile", told.get(1).details().get("team_name"));
  }

  @Test
  public void whoWantsALookGetsOneUnlessAppleAsksToWait() {
    scene.loaded();
    scene.look();
    assertFalse(scene.look());
    scene.tokens.synchronize(Fixtures.ADMIN, scene.token().id(), true);
    scene.abm.script().next(AbmEndpoint.SYNC, AbmFaults.tooManyRequests(Duration.ofMinutes(5)));
    assertTrue(scene.look());
    MdmException refused =
        assertThrows(
            MdmException.class,
            () -> scene.tokens.synchronize(Fixtures.ADMIN, scene.token().id(), false));
    assertEquals("abm.throttled", refused.code());
    assertEquals(Optional.of(Duration.ofMinutes(5)), refused.retryAfter());
  }
}
