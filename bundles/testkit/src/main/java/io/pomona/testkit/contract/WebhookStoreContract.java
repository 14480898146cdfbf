package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewWebhook;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.Webhook;
import io.pomona.api.organization.WebhookId;
import io.pomona.testkit.Fixtures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What every {@code WebhookStore} must do. */
public class WebhookStoreContract extends StoreContract {
  private static final NewWebhook CHAT =
      new NewWebhook(
          "Chat",
          "https://chat.example.com/in",
          Optional.empty(),
          Set.of("mdm.Connect", "created_team"),
          true,
          false,
          new byte[] {1, 2});

  private Webhook create(NewWebhook said) {
    return stores.webhooks().create(said, T, made -> activity("created_webhook", made));
  }

  private static ActivityDraft activity(String type, Webhook webhook) {
    return Fixtures.activity(type).with("webhook_id", webhook.id().value());
  }

  private static NewWebhook of(Optional<TeamId> team) {
    return new NewWebhook("W", "https://w.example.com/", team, Set.of(), false, false, new byte[1]);
  }

  @Test
  public void oneIsKeptAsItWasSaid() {
    Webhook made = create(CHAT);
    Webhook found = stores.webhooks().find(made.id()).orElseThrow();
    assertEquals(CHAT.topics(), found.said().topics());
    assertEquals(CHAT.url(), found.said().url());
    assertEquals("Chat", found.said().name());
    assertTrue(found.said().payloads());
    assertArrayEquals(CHAT.sealedSecret(), found.said().sealedSecret());
    assertEquals(T, found.createdAt());
    assertEquals(0, found.waiting() + found.dead() + found.failures());
    assertEquals(Instant.EPOCH, found.nextTry());
    assertEquals(List.of("created_webhook"), activities());
    assertEquals(Optional.empty(), stores.webhooks().find(new WebhookId(987654)));
  }

  @Test
  public void listsHoldWhatIsInTheScope() {
    TeamId one = team("One");
    TeamId two = team("Two");
    Webhook all = create(of(Optional.empty()));
    Webhook first = create(of(Optional.of(one)));
    Webhook second = create(of(Optional.of(two)));
    assertEquals(List.of(all.id(), first.id(), second.id()), ids(TeamScope.everywhere(), 0));
    assertEquals(List.of(second.id()), ids(TeamScope.everywhere(), first.id().value()));
    assertEquals(List.of(first.id()), ids(TeamScope.of(Set.of(one)), 0));
    assertEquals(List.of(), ids(TeamScope.nowhere(), 0));
  }

  private List<WebhookId> ids(TeamScope scope, long after) {
    return stores.webhooks().list(scope, new PageRequest(after, 0, 10)).stream()
        .map(Webhook::id)
        .toList();
  }

  @Test
  public void oneIsChangedButForItsTeam() {
    TeamId team = team("One");
    Webhook made = create(of(Optional.of(team)));
    NewWebhook wanted =
        new NewWebhook(
            "X",
            "https://x.example.com/",
            Optional.empty(),
            Set.of("mdm.CheckOut"),
            true,
            true,
            new byte[] {9});
    Webhook changed =
        stores
            .webhooks()
            .change(
                made.id(),
                was -> wanted,
                T,
                (before, after) ->
                    List.of(
                        activity("edited_webhook", after)
                            .with("previous_webhook_name", before.said().name())));
    assertEquals(Optional.of(team), changed.said().team());
    assertEquals(Set.of("mdm.CheckOut"), changed.said().topics());
    assertEquals("X", changed.said().name());
    assertTrue(changed.said().paused());
    assertArrayEquals(new byte[] {9}, changed.said().sealedSecret());
    assertContains(activities(), "edited_webhook");
  }

  @Test
  public void oneIsDeletedOrGoesWithItsTeam() {
    TeamId team = team("One");
    Webhook all = create(CHAT);
    Webhook own = create(of(Optional.of(team)));
    stores.webhooks().delete(all.id(), T, gone -> activity("deleted_webhook", gone));
    assertContains(activities(), "deleted_webhook");
    assertEquals(Optional.empty(), stores.webhooks().find(all.id()));
    deleteTeam(team);
    assertEquals(Optional.empty(), stores.webhooks().find(own.id()));
    assertFails(
        "organization.webhook_not_found",
        () -> stores.webhooks().delete(own.id(), T, gone -> activity("deleted_webhook", gone)));
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () -> stores.webhooks().change(own.id(), was -> was, T, (before, after) -> List.of()));
    assertFails("organization.team_not_found", () -> create(of(Optional.of(team))));
  }
}
