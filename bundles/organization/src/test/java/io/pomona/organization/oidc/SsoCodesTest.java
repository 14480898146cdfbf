package io.pomona.organization.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.EndUserLogins.Answer;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.User;
import io.pomona.organization.Tokens;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** A command line logs in by way of a browser. */
public class SsoCodesTest {
  private static final Secret VERIFIER = Secret.of("known to the command line only");
  private static final String LISTENER = "http://127.0.0.1:49152/some-path";

  @Rule public final SsoScene scene = new SsoScene();
  private User ada;

  @Before
  public void anAccount() {
    ada = scene.account("ada@example.com", Role.MAINTAINER, true);
  }

  private static SsoTarget listener() {
    byte[] digest = HexFormat.of().parseHex(Tokens.sha256(VERIFIER));
    return SsoTarget.listener(
        LISTENER, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
  }

  private Secret code() {
    Sso.Finished finished = scene.finish(scene.trip(listener()));
    assertEquals("the browser gets no session", Optional.empty(), finished.session());
    assertTrue(finished.location().toString().startsWith(LISTENER + "?code="));
    return Secret.of(SsoScene.query(finished.location()).get("code"));
  }

  private void assertRefused(Secret code, Secret verifier) {
    MdmException refused =
        assertThrows(MdmException.class, () -> scene.codes.redeem(code, verifier, SsoScene.HERE));
    assertEquals("organization.sso_bad_code", refused.code());
    assertEquals(MdmException.Kind.UNAUTHENTICATED, refused.kind());
  }

  @Test
  public void aCodeIsRedeemedOnceByWhoHasBegun() {
    Secret code = code();
    assertRefused(code, Secret.of("a guess"));
    Secret token = scene.codes.redeem(code, VERIFIER, SsoScene.HERE).token();
    assertEquals(
        Optional.of(ada),
        scene.stores.sessions().find(Tokens.sha256(token), scene.clock.instant()));
    assertRefused(code, VERIFIER);
    assertRefused(Secret.of("made up"), VERIFIER);
  }

  @Test
  public void aCodeIsGoodForAMinute() {
    Secret code = code();
    scene.clock.advance(SsoCodes.LIFE.plusSeconds(1));
    assertRefused(code, VERIFIER);
  }

  /** Neither is a state a code nor a code a state. */
  @Test
  public void stepsAreNotTakenForEachOther() {
    SsoScene.Trip trip = scene.trip(listener());
    assertRefused(trip.answer().state(), trip.cookie());
    Secret code = code();
    assertThrows(
        MdmException.class,
        () -> scene.sso.finish(new Answer(code, "c", ""), VERIFIER, SsoScene.HERE));
  }

  @Test
  public void whoHasDoneSoAlreadyMustLogInAgainAtTheProvider() {
    URI location = scene.sso.begin(listener(), SsoScene.HERE).location();
    assertEquals("login", SsoScene.query(location).get("prompt"));
    URI ofBrowser = scene.sso.begin(SsoTarget.page(""), SsoScene.HERE).location();
    assertEquals(null, SsoScene.query(ofBrowser).get("prompt"));
  }

  @Test
  public void aCommandLineThatWaitsIsToldOfARefusal() {
    scene.provider.nobodyAgrees();
    URI told = scene.finish(scene.trip(listener())).location();
    assertTrue(told.toString(), told.toString().startsWith(LISTENER + "?error="));
    assertEquals(
        "The provider did not log you in. Begin again.", SsoScene.query(told).get("error"));
  }
}
