package io.pomona.commands.routes;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;

import io.pomona.commands.CommandSweepsFixture;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class CommandRoutesTest {
  private final CommandSweepsFixture slice = new CommandSweepsFixture();
  private final DefaultCamelContext camel = new DefaultCamelContext();

  @Before
  public void start() throws Exception {
    camel.addRoutes(new CommandRoutes(slice.sweeps));
    camel.start();
  }

  @After
  public void stop() throws Exception {
    camel.stop();
    slice.stop();
  }

  @Test
  public void aQueuedCommandIsPushedAndItsOutcomeTold() {
    EnrolledMac mac = Fixtures.enrolledMac(slice.stores, 1, Instant.now());
    var order = Fixtures.order("ProfileList", "profiles", Instant.now(), mac.channel());
    slice.stores.commandQueue().enqueue(List.of(order), List.of(), Instant.now());
    await().atMost(Duration.ofSeconds(10)).until(() -> slice.pusher.pushed().size() == 1);
    slice.stores.commandQueue().exchange(Reports.idle(mac.channel()), Instant.now());
    slice
        .stores
        .commandQueue()
        .exchange(Reports.acknowledged(mac.channel(), order.command().uuid()), Instant.now());
    await().atMost(Duration.ofSeconds(10)).until(() -> slice.told.size() == 1);
    assertEquals(5, slice.sweeps.check().size());
  }
}
