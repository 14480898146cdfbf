package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.Delivery.State;
import io.pomona.api.organization.DeliveryStore.Parcel;
import io.pomona.api.organization.DeliveryStore.Turn;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.DeviceEvents.Interest;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.api.organization.NewWebhook;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.Webhook;
import io.pomona.api.organization.WebhookId;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Test;

/** What every {@code DeliveryStore} must do, with the {@code DeviceEvents} that feed it. */
public class DeliveryStoreContract extends StoreContract {
  private static final byte[] MESSAGE = {60, 112, 62};
  private static final Instant NEVER = Instant.EPOCH;

  private WebhookId webhook(Optional<TeamId> team, boolean payloads, String... topics) {
    NewWebhook said =
        new NewWebhook(
            "W", "https://w.example.com/", team, Set.of(topics), payloads, false, new byte[1]);
    return stores.webhooks().create(said, T, made -> Fixtures.activity("created_webhook")).id();
  }

  private WebhookId webhook(String... topics) {
    return webhook(Optional.empty(), false, topics);
  }

  private static DeviceEvent event(DeviceTopic topic, ChannelId channel) {
    return new DeviceEvent(
        topic, channel, Optional.of("Acknowledged"), Optional.of("c-1"), Optional.of(MESSAGE), T);
  }

  private void tell(DeviceTopic topic) {
    stores.deviceEvents().tell(event(topic, ChannelId.device(Fixtures.udid(1))));
  }

  private Turn begin() {
    return stores.deliveries().begin(10, T, MINUTE).orElseThrow();
  }

  private static List<String> topics(Turn turn) {
    return turn.parcels().stream().map(parcel -> parcel.delivery().topic()).toList();
  }

  private void happen(ActivityDraft activity, Instant at) {
    stores.activities().append(activity, at);
  }

  private void followAll() {
    stores.activityChain().begin(new byte[] {1});
    stores.activityChain().chain(1000, (position, previous, activity) -> "h" + position);
    while (stores.deliveries().follow(2, T)) {
      assertTrue("It goes on until there is no more", stores.activityChain().head().isPresent());
    }
  }

  @Test
  public void interestIsThatOfAllTogether() {
    assertEquals(Interest.NOTHING, interest(DeviceTopic.CONNECT));
    webhook("mdm.Connect", "created_team");
    assertEquals(Interest.EVENT, interest(DeviceTopic.CONNECT));
    assertEquals(Interest.NOTHING, interest(DeviceTopic.CHECK_OUT));
    WebhookId all = webhook(Optional.empty(), true);
    assertEquals(Interest.PAYLOAD, interest(DeviceTopic.CONNECT));
    assertEquals(Interest.PAYLOAD, interest(DeviceTopic.CHECK_OUT));
    stores.webhooks().delete(all, T, gone -> Fixtures.activity("deleted_webhook"));
    assertEquals(Interest.EVENT, interest(DeviceTopic.CONNECT));
    assertEquals(Interest.NOTHING, interest(DeviceTopic.CHECK_OUT));
  }

  private Interest interest(DeviceTopic topic) {
    return stores.deviceEvents().interest(topic);
  }

  @Test
  public void anEventWaitsForEachWhoWantsIt() {
    WebhookId one = webhook("mdm.Connect");
    WebhookId two = webhook("mdm.CheckOut");
    tell(DeviceTopic.CONNECT);
    Turn turn = begin();
    assertEquals(one, turn.webhook().id());
    Parcel parcel = turn.parcels().get(0);
    DeviceEvent event = parcel.event().orElseThrow();
    assertEquals(DeviceTopic.CONNECT, event.topic());
    assertEquals(Optional.of("Acknowledged"), event.status());
    assertEquals(Optional.of("c-1"), event.commandUuid());
    assertEquals(Fixtures.udid(1), event.channel().value());
    assertArrayEquals(MESSAGE, event.payload().orElseThrow());
    assertEquals(T, event.at());
    assertEquals("mdm.Connect", parcel.delivery().topic());
    assertEquals(State.WAITING, parcel.delivery().state());
    assertEquals(0, stores.webhooks().find(two).orElseThrow().waiting());
  }

  @Test
  public void aTeamsWebhookGetsWhatIsOfItsMacs() {
    TeamId team = team("One");
    WebhookId own = webhook(Optional.of(team), false, "mdm.CheckOut");
    ChannelId in = mac(1).channel();
    ChannelId out = mac(2).channel();
    stores
        .hosts()
        .transfer(
            List.of(stores.enrollments().find(in).orElseThrow().host()),
            Optional.of(team),
            T,
            move -> move.by(Fixtures.ADMIN));
    stores.deviceEvents().tell(event(DeviceTopic.CHECK_OUT, in));
    stores.deviceEvents().tell(event(DeviceTopic.CHECK_OUT, ChannelId.user(in.device(), "U1")));
    stores.deviceEvents().tell(event(DeviceTopic.CHECK_OUT, out));
    stores.deviceEvents().tell(event(DeviceTopic.CHECK_OUT, ChannelId.device("unknown")));
    assertEquals(
        List.of(in.value(), in.value() + ":U1"),
        begin().parcels().stream()
            .map(parcel -> parcel.event().orElseThrow().channel().value())
            .toList());
    assertEquals(2, stores.webhooks().find(own).orElseThrow().waiting());
  }

  @Test
  public void activitiesAreTakenFromTheChain() {
    happen(Fixtures.activity("created_user"), T.minus(HOUR));
    TeamId team = team("One");
    WebhookId all = webhook();
    WebhookId some = webhook("deleted_team");
    WebhookId own = webhook(Optional.of(team), false);
    happen(Fixtures.activity("deleted_team").with("team_id", team.value()), T);
    happen(Fixtures.activity("created_user"), T);
    followAll();
    assertEquals(List.of("deleted_team"), waiting(some));
    assertEquals(List.of("deleted_team"), waiting(own).stream().distinct().toList());
    List<String> told = waiting(all);
    assertEquals("created_user", told.get(0));
    assertEquals("deleted_team", told.get(1));
    assertEquals("What was before is not told", 1, count(told, "created_user"));
    followAll();
    assertEquals(told, waiting(all));
    Parcel last = begin().parcels().get(0);
    assertTrue(last.activity().isPresent());
    assertEquals("activity-" + last.activity().get().id(), last.delivery().eventId());
  }

  private static long count(List<String> topics, String topic) {
    return topics.stream().filter(topic::equals).count();
  }

  /** Newest first. */
  private List<String> waiting(WebhookId id) {
    return stores
        .deliveries()
        .newest(id, Optional.of(State.WAITING), PageRequest.first(100))
        .stream()
        .map(Delivery::topic)
        .toList();
  }

  @Test
  public void aWebhookHasOneTurnAtATime() throws Exception {
    webhook("mdm.Connect");
    IntStream.range(0, 20).forEach(i -> tell(DeviceTopic.CONNECT));
    List<Optional<Turn>> turns = Race.of(10, i -> () -> stores.deliveries().begin(5, T, MINUTE));
    List<Turn> begun = turns.stream().flatMap(Optional::stream).toList();
    assertEquals(1, begun.size());
    assertEquals(5, begun.get(0).parcels().size());
    assertEquals(Optional.empty(), stores.deliveries().begin(5, T, MINUTE));
    stores.deliveries().end(begun.get(0));
    assertTrue(stores.deliveries().begin(5, T, MINUTE).isPresent());
  }

  @Test
  public void aTurnThatIsOverIsAnothers() {
    webhook("mdm.Connect");
    tell(DeviceTopic.CONNECT);
    tell(DeviceTopic.CONNECT);
    Turn lost = begin();
    Instant later = T.plus(MINUTE);
    Turn next = stores.deliveries().begin(10, later, MINUTE).orElseThrow();
    long first = lost.parcels().get(0).delivery().id();
    assertFalse(stores.deliveries().delivered(lost, first, "200", later));
    stores.deliveries().end(lost);
    assertEquals(Optional.empty(), stores.deliveries().begin(10, later, MINUTE));
    long second = next.parcels().get(1).delivery().id();
    assertTrue(stores.deliveries().delivered(next, second, "200", later));
  }

  @Test
  public void whoWaitsLongestIsServedFirst() {
    WebhookId one = webhook("mdm.Connect");
    WebhookId two = webhook("mdm.Connect");
    tell(DeviceTopic.CONNECT);
    Turn first = begin();
    stores.deliveries().end(first);
    Turn second = stores.deliveries().begin(1, T.plusSeconds(1), MINUTE).orElseThrow();
    assertEquals(Set.of(one, two), Set.of(first.webhook().id(), second.webhook().id()));
  }

  @Test
  public void whatArrivedIsDone() {
    WebhookId id = webhook("mdm.Connect");
    tell(DeviceTopic.CONNECT);
    Turn turn = begin();
    long delivery = turn.parcels().get(0).delivery().id();
    assertTrue(stores.deliveries().delivered(turn, delivery, "204", T));
    stores.deliveries().end(turn);
    assertEquals(Optional.empty(), stores.deliveries().begin(10, T, MINUTE));
    Delivery done = deliveries(id).get(0);
    assertEquals(State.DELIVERED, done.state());
    assertEquals(1, done.attempts());
    assertEquals(Optional.of(T), done.triedAt());
    assertEquals("204", done.outcome());
  }

  private List<Delivery> deliveries(WebhookId id) {
    return stores.deliveries().newest(id, Optional.empty(), PageRequest.first(100));
  }

  private void fail(Instant again, Instant old) {
    Turn turn = begin();
    stores.deliveries().failed(turn, turn.parcels().get(0).delivery().id(), "503", again, old, T);
  }

  @Test
  public void whatFailedIsTriedAgainLaterBeforeTheRest() {
    WebhookId id = webhook("mdm.Connect", "mdm.CheckOut");
    tell(DeviceTopic.CONNECT);
    tell(DeviceTopic.CHECK_OUT);
    fail(T.plus(HOUR), NEVER);
    Webhook put = stores.webhooks().find(id).orElseThrow();
    assertEquals(1, put.failures());
    assertEquals(T.plus(HOUR), put.nextTry());
    assertEquals(2, put.waiting());
    assertEquals(Optional.empty(), stores.deliveries().begin(10, T.plus(MINUTE), MINUTE));
    Turn again = stores.deliveries().begin(10, T.plus(HOUR), MINUTE).orElseThrow();
    assertEquals(List.of("mdm.Connect", "mdm.CheckOut"), topics(again));
    assertEquals(1, again.webhook().failures());
    assertTrue(
        stores
            .deliveries()
            .delivered(again, again.parcels().get(0).delivery().id(), "200", T.plus(HOUR)));
    assertEquals(0, stores.webhooks().find(id).orElseThrow().failures());
  }

  @Test
  public void aChangeHasItTriedAtOnce() {
    WebhookId id = webhook("mdm.Connect");
    tell(DeviceTopic.CONNECT);
    fail(T.plus(HOUR), NEVER);
    stores.webhooks().change(id, was -> was, T, (before, after) -> List.of());
    assertEquals(1, begin().parcels().size());
  }

  @Test
  public void aPausedOneKeepsWhatHappens() {
    WebhookId id = webhook("mdm.Connect");
    pause(id, true);
    tell(DeviceTopic.CONNECT);
    assertEquals(Optional.empty(), stores.deliveries().begin(10, T, MINUTE));
    pause(id, false);
    assertEquals(1, begin().parcels().size());
  }

  private void pause(WebhookId id, boolean paused) {
    stores
        .webhooks()
        .change(
            id,
            was ->
                new NewWebhook(
                    was.name(),
                    was.url(),
                    was.team(),
                    was.topics(),
                    was.payloads(),
                    paused,
                    was.sealedSecret()),
            T,
            (before, after) -> List.of());
  }

  @Test
  public void whatWaitsForTooLongIsGivenUpAndCanBeDeliveredAgain() {
    WebhookId id = webhook("mdm.Connect");
    tell(DeviceTopic.CONNECT);
    tell(DeviceTopic.CONNECT);
    fail(T.plus(HOUR), T.plus(Duration.ofDays(1)));
    assertEquals(2, stores.webhooks().find(id).orElseThrow().dead());
    assertEquals(List.of("503", "503"), deliveries(id).stream().map(Delivery::outcome).toList());
    long first = deliveries(id).get(1).id();
    assertEquals(1, redeliver(id, Set.of(first)));
    assertContains(activities(), "redelivered_webhook_events");
    assertEquals(first, begin().parcels().get(0).delivery().id());
    assertEquals(1, redeliver(id, Set.of()));
    assertEquals(0, redeliver(id, Set.of()));
    assertFails("organization.webhook_not_found", () -> redeliver(new WebhookId(98765), Set.of()));
  }

  private int redeliver(WebhookId id, Set<Long> which) {
    return stores
        .deliveries()
        .redeliver(
            id,
            which,
            T.plus(Duration.ofDays(2)),
            many ->
                Fixtures.activity("redelivered_webhook_events").with("deliveries", (long) many));
  }

  @Test
  public void whatIsRefusedMakesRoomForTheNext() {
    WebhookId id = webhook("mdm.Connect");
    tell(DeviceTopic.CONNECT);
    tell(DeviceTopic.CONNECT);
    Turn turn = begin();
    assertTrue(stores.deliveries().refused(turn, turn.parcels().get(0).delivery().id(), "410", T));
    Webhook after = stores.webhooks().find(id).orElseThrow();
    assertEquals(1, after.dead());
    assertEquals(1, after.waiting());
    assertEquals(0, after.failures());
  }

  @Test
  public void aTurnCountsNoBacklog() {
    webhook("mdm.Connect");
    IntStream.range(0, 3).forEach(i -> tell(DeviceTopic.CONNECT));
    Turn turn = begin();
    assertEquals(3, turn.parcels().size());
    assertEquals(0, turn.webhook().waiting());
  }

  @Test
  public void whatWaitsForTooLongIsGivenUpThoughNothingFails() {
    WebhookId slow = webhook("mdm.Connect");
    WebhookId paused = webhook("mdm.Connect");
    pause(paused, true);
    IntStream.range(0, 5).forEach(i -> tell(DeviceTopic.CONNECT));
    assertEquals(0, stores.deliveries().giveUp(T, 10, 2, T));
    assertEquals(2, stores.deliveries().giveUp(T.plusSeconds(1), 10, 2, T));
    assertEquals(3, stores.webhooks().find(slow).orElseThrow().waiting());
    assertEquals(2, stores.deliveries().giveUp(T.plusSeconds(1), 10, 2, T));
    assertEquals(1, stores.deliveries().giveUp(T.plusSeconds(1), 10, 2, T));
    assertEquals(0, stores.deliveries().giveUp(T.plusSeconds(1), 10, 2, T));
    assertEquals(5, stores.webhooks().find(slow).orElseThrow().dead());
    assertEquals(5, stores.webhooks().find(paused).orElseThrow().waiting());
    assertFalse(deliveries(slow).get(0).outcome().isEmpty());
  }

  @Test
  public void aBacklogHasABound() {
    WebhookId id = webhook("mdm.Connect");
    pause(id, true);
    IntStream.range(0, 7).forEach(i -> tell(DeviceTopic.CONNECT));
    List<Long> all = deliveries(id).stream().map(Delivery::id).toList();
    assertEquals(2, stores.deliveries().giveUp(NEVER, 4, 2, T));
    assertEquals(1, stores.deliveries().giveUp(NEVER, 4, 2, T));
    assertEquals(0, stores.deliveries().giveUp(NEVER, 4, 2, T));
    assertEquals("The newest wait", all.subList(0, 4), ids(id, State.WAITING));
    assertEquals(all.subList(4, 7), ids(id, State.DEAD));
    forgetAll(NEVER, 1);
    assertEquals(all.subList(4, 5), ids(id, State.DEAD));
    assertEquals(all.subList(0, 4), ids(id, State.WAITING));
  }

  private List<Long> ids(WebhookId id, State state) {
    return stores.deliveries().newest(id, Optional.of(state), PageRequest.first(100)).stream()
        .map(Delivery::id)
        .toList();
  }

  private void forgetAll(Instant before, int most) {
    for (int gone = 1; gone > 0; ) {
      gone = stores.deliveries().purge(before, most, 2);
    }
  }

  @Test
  public void whatArrivedIsRememberedUpToABound() {
    WebhookId id = webhook("mdm.Connect");
    IntStream.range(0, 5).forEach(i -> tell(DeviceTopic.CONNECT));
    Turn turn = begin();
    turn.parcels()
        .forEach(one -> stores.deliveries().delivered(turn, one.delivery().id(), "200", T));
    List<Long> all = deliveries(id).stream().map(Delivery::id).toList();
    forgetAll(NEVER, 3);
    assertEquals(all.subList(0, 3), ids(id, State.DELIVERED));
  }

  @Test
  public void whatIsOldIsForgotten() {
    WebhookId id = webhook("mdm.Connect");
    IntStream.range(0, 5).forEach(i -> tell(DeviceTopic.CONNECT));
    assertEquals(0, stores.deliveries().purge(T, 10, 2));
    assertEquals(5, begin().parcels().size());
    assertTrue(stores.deliveries().purge(T.plusSeconds(1), 10, 2) >= 2);
    assertEquals("In steps", 3, deliveries(id).size());
    forgetAll(T.plusSeconds(1), 10);
    assertEquals(List.of(), deliveries(id));
  }
}
