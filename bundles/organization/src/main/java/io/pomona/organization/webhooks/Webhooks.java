package io.pomona.organization.webhooks;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.DeliveryStore;
import io.pomona.api.organization.NewWebhook;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.Webhook;
import io.pomona.api.organization.WebhookId;
import io.pomona.api.organization.WebhookStore;
import io.pomona.api.pki.SecretVault;
import io.pomona.organization.webhooks.WebhookCall.Result;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Webhooks as a person may see and change them. */
@Component(service = Webhooks.class)
public final class Webhooks {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");

  private final WebhookStore store;
  private final DeliveryStore deliveries;
  private final Access access;
  private final ConfiguredCalls calls;
  private final WebhookSecrets secrets;
  private final Clock clock;

  @Activate
  public Webhooks(
      @Reference WebhookStore store,
      @Reference DeliveryStore deliveries,
      @Reference Access access,
      @Reference ConfiguredCalls calls,
      @Reference SecretVault vault) {
    this(store, deliveries, access, calls, vault, Clock.systemUTC());
  }

  Webhooks(
      WebhookStore store,
      DeliveryStore deliveries,
      Access access,
      ConfiguredCalls calls,
      SecretVault vault,
      Clock clock) {
    this.store = store;
    this.deliveries = deliveries;
    this.access = access;
    this.calls = calls;
    this.secrets = new WebhookSecrets(vault);
    this.clock = clock;
  }

  /**
   * A webhook and, where one was made for it, its secret: the only time that it can be seen.
   *
   * @param secret empty where somebody chose it
   */
  public record Made(Webhook webhook, Optional<Secret> secret) {}

  /**
   * @param delivered whether the receiver took it
   * @param outcome in words
   */
  public record Tested(boolean delivered, String outcome, String eventId) {}

  public Made create(Actor actor, Optional<TeamId> team, WebhookWish wish) {
    String name = wish.name().orElseThrow(() -> missing("name"));
    String url = wish.url().orElseThrow(() -> missing("url"));
    requireTeam(actor, team);
    Optional<Secret> made =
        wish.secret().isPresent() ? Optional.empty() : Optional.of(secrets.generate());
    Secret secret = made.orElseGet(() -> WebhookSecrets.require(wish.secret().orElseThrow()));
    NewWebhook said =
        new NewWebhook(
            name,
            calls.requireCallable(url),
            team,
            wish.topics().orElse(Set.of()),
            wish.payloads().orElse(false),
            wish.paused().orElse(false),
            secrets.seal(secret));
    Webhook webhook =
        store.create(
            said, clock.instant(), row -> WebhookActivities.of(actor, "created_webhook", row));
    LOG.info("Webhook {} added: {}", webhook.id().value(), said.name());
    return new Made(webhook, made);
  }

  private void requireTeam(Actor actor, Optional<TeamId> team) {
    if (team.isEmpty()) {
      access.require(actor, Permission.EDIT_WEBHOOKS, team);
    } else {
      access.require(actor, Permission.EDIT_WEBHOOKS, team, Webhooks::unknownTeam);
    }
  }

  private static MdmException unknownTeam() {
    return MdmException.notFound("organization.team_not_found", "There is no such team.");
  }

  private static MdmException missing(String field) {
    return MdmException.invalid(
        "organization.missing", field, "The field " + field + " is missing.");
  }

  public List<Webhook> list(Actor actor, PageRequest page) {
    return store.list(access.scope(actor, Permission.EDIT_WEBHOOKS), page);
  }

  public Webhook find(Actor actor, long id) {
    return require(actor, id);
  }

  public Webhook change(Actor actor, long id, WebhookWish wish) {
    Webhook known = require(actor, id);
    wish.url().ifPresent(calls::requireCallable);
    Optional<byte[]> secret = wish.secret().map(WebhookSecrets::require).map(secrets::seal);
    return change(actor, known.id(), wish, secret);
  }

  /** Signs with a new secret from now on. */
  public Made rotate(Actor actor, long id) {
    Webhook known = require(actor, id);
    Secret made = secrets.generate();
    Webhook changed =
        change(actor, known.id(), WebhookWish.nothing(), Optional.of(secrets.seal(made)));
    return new Made(changed, Optional.of(made));
  }

  private Webhook change(Actor actor, WebhookId id, WebhookWish wish, Optional<byte[]> secret) {
    return store.change(
        id,
        was ->
            new NewWebhook(
                wish.name().orElse(was.name()),
                wish.url().orElse(was.url()),
                was.team(),
                wish.topics().orElse(was.topics()),
                wish.payloads().orElse(was.payloads()),
                wish.paused().orElse(was.paused()),
                secret.orElse(was.sealedSecret())),
        clock.instant(),
        (before, after) -> WebhookActivities.edited(actor, before, after));
  }

  public void delete(Actor actor, long id) {
    Webhook known = require(actor, id);
    store.delete(
        known.id(), clock.instant(), row -> WebhookActivities.of(actor, "deleted_webhook", row));
    LOG.info("Webhook {} deleted: {}", id, known.said().name());
  }

  /** Calls it at once, whatever waits for it, and tells what it answers. */
  public Tested test(Actor actor, long id) {
    Webhook webhook = require(actor, id);
    Instant now = clock.instant();
    String eventId = "test-" + UUID.randomUUID();
    Result result =
        new WebhookCall(calls.required().post(), secrets, clock)
            .send(webhook.said(), eventId, EventBody.test(eventId, now));
    return new Tested(result.verdict() == WebhookCall.Verdict.ARRIVED, result.outcome(), eventId);
  }

  public List<Delivery> deliveries(
      Actor actor, long id, Optional<Delivery.State> state, PageRequest page) {
    return deliveries.newest(require(actor, id).id(), state, page);
  }

  /**
   * Has what was given up delivered again.
   *
   * @param which none = all
   * @return how many
   */
  public int redeliver(Actor actor, long id, Set<Long> which) {
    Webhook webhook = require(actor, id);
    return deliveries.redeliver(
        webhook.id(),
        which,
        clock.instant(),
        many -> WebhookActivities.redelivered(actor, webhook, many));
  }

  private Webhook require(Actor actor, long id) {
    Webhook webhook = store.find(new WebhookId(id)).orElseThrow(Webhooks::unknown);
    access.require(actor, Permission.EDIT_WEBHOOKS, webhook.said().team(), Webhooks::unknown);
    return webhook;
  }

  private static MdmException unknown() {
    return MdmException.notFound("organization.webhook_not_found", "There is no such webhook.");
  }
}
