package io.pomona.organization.webhooks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.organization.CapturedLog;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** What goes wrong on this side stops as little as can be, and is told. */
public class CourierTroubleTest {
  @Rule public final CapturedLog log = new CapturedLog();

  private final WebhookScene scene = new WebhookScene();
  private final StumblingDeliveries deliveries = new StumblingDeliveries(scene.stores.deliveries());
  private final Courier courier =
      scene.courier(deliveries.store(), WebhookScene.allowing("127.0.0.0/8"));
  private Receiver receiver;

  @Before
  public void aReceiver() throws IOException {
    receiver = new Receiver();
    scene.add(receiver.url(), "mdm.Connect");
  }

  @After
  public void close() {
    receiver.close();
  }

  private void rounds(int many) {
    IntStream.range(0, many).forEach(round -> WebhookScene.deliver(courier));
  }

  @Test
  public void whatWaitsIsDeliveredThoughActivitiesCannotBeFollowed() {
    scene.connect("a");
    deliveries.fail("follow", 1);
    assertEquals(1, WebhookScene.deliver(courier));
    assertEquals(1, receiver.received().size());
    assertEquals(List.of(), log.lines("WARN"));
  }

  @Test
  public void whatGoesOnIsWarnedOfOnce() {
    deliveries.fail("follow", 3 * Trouble.A_WHILE);
    rounds(3 * Trouble.A_WHILE);
    assertEquals(1, log.lines("WARN").size());
    assertTrue(log.lines("WARN").get(0).contains("not told of new activities"));
    rounds(1);
    deliveries.fail("begin", 2 * Trouble.A_WHILE);
    rounds(2 * Trouble.A_WHILE + 1);
    assertEquals(2, log.lines("WARN").size());
    assertTrue(log.lines("WARN").get(1).contains("not brought to webhooks"));
  }

  @Test
  public void aReceiverThatStaysAwayIsWarnedOfOnce() {
    scene.connect("a");
    for (int attempt = 1; attempt <= 2 * OutageLog.MANY_FAILURES; attempt++) {
      receiver.next(503);
      rounds(1);
      scene.clock.advance(Duration.ofHours(1));
      assertEquals(attempt < OutageLog.MANY_FAILURES ? 0 : 1, log.lines("WARN").size());
    }
    assertTrue(log.lines("WARN").get(0).contains("The receiver answered 503."));
  }

  @Test
  public void whatWaitsForAPausedOrSlowReceiverIsBounded() {
    scene.connect("a");
    scene.clock.advance(Duration.ofDays(4));
    courier.giveUp();
    rounds(1);
    assertEquals(List.of(), receiver.received());
    assertEquals(1, log.lines("WARN").size());
    assertTrue(log.lines("WARN").get(0).contains("1 events for webhooks were given up"));
    courier.giveUp();
    assertEquals(1, log.lines("WARN").size());
  }
}
