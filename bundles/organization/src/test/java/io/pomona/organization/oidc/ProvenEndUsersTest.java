package io.pomona.organization.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.EndUserLogins.Answer;
import io.pomona.api.organization.EndUserLogins.Begun;
import io.pomona.api.organization.EndUserLogins.PersonAtProvider;
import io.pomona.organization.Tokens;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class ProvenEndUsersTest {
  private static final URI CALLBACK =
      URI.create("https://mdm.example.com/mdm/apple/enroll/web/callback");

  @Rule public final SsoScene scene = new SsoScene();
  private final Secret browser = Tokens.random().secret();
  private final ProvenEndUsers people = new ProvenEndUsers(scene.providers);

  private Answer answer(Begun begun) {
    Map<String, String> brought = SsoScene.query(scene.redirected(begun.location()));
    Answer answer =
        new Answer(
            Secret.of(brought.getOrDefault("state", "")),
            brought.getOrDefault("code", ""),
            brought.getOrDefault("iss", ""));
    assertEquals(begun.stateSha256(), Tokens.sha256(answer.state()));
    return answer;
  }

  private static void assertRefused(String code, ThrowingRunnable step) {
    assertEquals(code, assertThrows(MdmException.class, step).code());
  }

  @Test
  public void whoHasNoAccountSaysWhoTheyAreAndGetsNone() {
    assertEquals(Optional.of("Acme ID"), people.name());
    int accounts = scene.stores.users().list().size();
    Answer answer = answer(people.begin(browser, CALLBACK));
    PersonAtProvider person = people.finish(answer, browser, CALLBACK);
    assertEquals(new PersonAtProvider("ada@example.com", "Ada L."), person);
    assertEquals(accounts, scene.stores.users().list().size());
    assertRefused("organization.sso_denied", () -> people.finish(answer, browser, CALLBACK));
  }

  @Test
  public void theAnswerIsOfNoUseToAnotherBrowserOrForAnotherPage() {
    Answer stolen = answer(people.begin(browser, CALLBACK));
    assertRefused(
        "organization.sso_denied", () -> people.finish(stolen, Tokens.random().secret(), CALLBACK));
    Answer other = answer(people.begin(browser, CALLBACK));
    assertRefused(
        "organization.sso_denied",
        () -> people.finish(other, browser, URI.create("https://mdm.example.com/elsewhere")));
  }

  @Test
  public void somebodyOfAnotherDomainIsNotLetIn() {
    scene.configured.lists("oidc.email.domains", "example.org");
    scene.reconfigure();
    Answer answer = answer(people.begin(browser, CALLBACK));
    assertRefused("organization.sso_domain", () -> people.finish(answer, browser, CALLBACK));
  }

  @Test
  public void whoSaysNoIsNotLoggedIn() {
    scene.provider.nobodyAgrees();
    Answer answer = answer(people.begin(browser, CALLBACK));
    assertRefused("organization.sso_denied", () -> people.finish(answer, browser, CALLBACK));
  }

  @Test
  public void withoutAProviderNobodyLogsIn() {
    scene.configured.with("oidc.issuer", "");
    scene.reconfigure();
    assertTrue(people.name().isEmpty());
    assertRefused("organization.sso_off", () -> people.begin(browser, CALLBACK));
  }
}
