package io.pomona.organization.webhooks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.Webhook;
import io.pomona.organization.webhooks.Webhooks.Made;
import io.pomona.organization.webhooks.Webhooks.Tested;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class WebhooksTest {
  private static final String URL = "https://hooks.example.com/services/very-secret";

  private final WebhookScene scene = new WebhookScene();

  private Activity last() {
    return scene.stores.activities().newest(PageRequest.first(1)).get(0);
  }

  private void assertRefused(String code, WebhookWish wish) {
    assertEquals(
        code,
        assertThrows(
                MdmException.class,
                () -> scene.webhooks.create(Fixtures.ADMIN, Optional.empty(), wish))
            .code());
  }

  @Test
  public void whereTheServerMayNotCallIsRefused() {
    for (String url :
        List.of(
            "http://hooks.example.com/",
            "https://10.0.0.1/",
            "https://192.168.1.1/",
            "https://169.254.169.254/latest/meta-data/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[fd00:ec2::254]/",
            "https://[fe80::1]/",
            "https://224.0.0.1/",
            "https://0.0.0.0/",
            "https://100.64.0.1/",
            "https://rebound.example.com/",
            "https://167772161/",
            "https://user:word@hooks.example.com/",
            "https://hooks.example.com/#part",
            "https://hooks.example.com:99999/",
            "ftp://hooks.example.com/",
            "file:///etc/passwd",
            "hooks.example.com",
            "https:///nowhere",
            "not an address")) {
      assertRefused("organization.bad_webhook_url", WebhookScene.wish(url));
    }
  }

  @Test
  public void whatNobodyKnowsIsRefused() {
    assertEquals(
        "organization.bad_webhook_topic",
        assertThrows(MdmException.class, () -> WebhookScene.wish(URL, "mdm.Nothing")).code());
    WebhookWish wish = WebhookScene.wish(URL);
    assertRefused(
        "organization.bad_webhook_secret",
        new WebhookWish(
            wish.name(),
            wish.url(),
            wish.topics(),
            wish.payloads(),
            wish.paused(),
            Optional.of("short")));
    assertRefused("organization.missing", WebhookWish.nothing());
  }

  @Test
  public void theSecretIsShownOnceAndTheAddressToldToNobody() {
    WebhookWish wish =
        new WebhookWish(
            Optional.of("Chat"),
            Optional.of(URL),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Made made = scene.webhooks.create(Fixtures.ADMIN, Optional.empty(), wish);
    assertTrue(made.secret().orElseThrow().revealText().length() >= 40);
    assertEquals("created_webhook", last().type());
    assertEquals("hooks.example.com", last().details().get("webhook_host"));
    assertFalse(last().details().toString().contains("very-secret"));
    Made rotated = scene.webhooks.rotate(Fixtures.ADMIN, made.webhook().id().value());
    assertFalse(rotated.secret().equals(made.secret()));
    assertEquals(List.of("secret"), last().details().get("changed"));
  }

  @Test
  public void whatIsChangedIsTold() {
    Webhook webhook = scene.add(URL, "mdm.Connect");
    long id = webhook.id().value();
    Webhook paused = scene.webhooks.change(Fixtures.ADMIN, id, WebhookWish.nothing().paused(true));
    assertTrue(paused.said().paused());
    assertEquals(Set.of("mdm.Connect"), paused.said().topics());
    assertEquals(List.of("paused"), last().details().get("changed"));
    scene.webhooks.change(Fixtures.ADMIN, id, WebhookWish.nothing().paused(true));
    assertEquals(2, scene.stores.activities().newest(PageRequest.first(10)).size());
    scene.webhooks.delete(Fixtures.ADMIN, id);
    assertEquals("deleted_webhook", last().type());
  }

  @Test
  public void aRoleInATeamSeesWhatIsOfTheTeam() {
    TeamId team =
        scene
            .stores
            .teams()
            .create(
                new NewTeam("One", ""),
                scene.clock.instant(),
                made -> Fixtures.activity("created_team"))
            .id();
    Webhooks own = scene.webhooks(FakeAccess.within(TeamScope.of(Set.of(team))));
    Webhook all = scene.add(URL);
    Webhook ofTeam =
        own.create(Fixtures.ADMIN, Optional.of(team), WebhookScene.wish(URL)).webhook();
    assertEquals(
        List.of(ofTeam.id()),
        own.list(Fixtures.ADMIN, PageRequest.first(10)).stream().map(Webhook::id).toList());
    MdmException refused =
        assertThrows(MdmException.class, () -> own.find(Fixtures.ADMIN, all.id().value()));
    assertEquals("organization.webhook_not_found", refused.code());
    assertThrows(
        MdmException.class,
        () -> own.create(Fixtures.ADMIN, Optional.empty(), WebhookScene.wish(URL)));
  }

  @Test
  public void aTestCallTellsWhatTheReceiverSays() throws IOException {
    try (Receiver receiver = new Receiver()) {
      Webhook webhook = scene.add(receiver.url(), "mdm.Connect");
      Tested tested = scene.webhooks.test(Fixtures.ADMIN, webhook.id().value());
      assertTrue(tested.delivered());
      assertEquals(tested.eventId(), receiver.received().get(0).eventId());
      receiver.next(418);
      Tested refused = scene.webhooks.test(Fixtures.ADMIN, webhook.id().value());
      assertFalse(refused.delivered());
      assertEquals("The receiver answered 418.", refused.outcome());
    }
  }
}
