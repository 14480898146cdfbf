package io.pomona.camel;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.Assert.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class RoutesContextTest {

  private RoutesContext routes;

  @Before
  public void start() throws Exception {
    routes = new RoutesContext();
  }

  @After
  public void stop() throws Exception {
    routes.stop();
  }

  @Test
  public void publishedRoutesRunUntilTheyAreWithdrawn() {
    Ticking ticking = new Ticking("one");
    routes.add(ticking);
    await().atMost(5, TimeUnit.SECONDS).untilAtomic(ticking.ticks, greaterThan(2));

    routes.remove(ticking);
    int seen = ticking.ticks.get();
    await()
        .during(100, TimeUnit.MILLISECONDS)
        .atMost(1, TimeUnit.SECONDS)
        .until(() -> ticking.ticks.get() == seen);
  }

  @Test
  public void withdrawnRoutesCanComeBack() {
    routes.add(new Ticking("back"));
    Ticking first = new Ticking("again");
    routes.add(first);
    routes.remove(first);
    Ticking second = new Ticking("again");
    routes.add(second);
    await().atMost(5, TimeUnit.SECONDS).untilAtomic(second.ticks, greaterThan(2));
  }

  @Test
  public void routesThatFailHurtNoOthers() {
    Ticking sound = new Ticking("sound");
    routes.add(sound);
    Broken broken = new Broken();
    routes.add(broken);
    assertEquals("the sound half of a broken builder stays off", 0, broken.ticks.get());
    int seen = sound.ticks.get();
    await().atMost(5, TimeUnit.SECONDS).untilAtomic(sound.ticks, greaterThan(seen + 2));
    routes.remove(broken);
  }

  /** timer, seda, direct, scheduler, bean and log: what the slices' routes are made of. */
  private static final class Ticking extends RouteBuilder {
    final AtomicInteger ticks = new AtomicInteger();
    private final String name;

    Ticking(String name) {
      this.name = name;
    }

    @Override
    public void configure() {
      from("timer:" + name + "?period=10&delay=0").routeId(name + ".tick").to("seda:" + name);
      from("seda:" + name).routeId(name + ".queue").to("direct:" + name);
      from("direct:" + name).routeId(name + ".count").bean(ticks, "incrementAndGet");
      from("scheduler:" + name + "?delay=60000")
          .routeId(name + ".log")
          .to("log:pomona?level=DEBUG");
    }
  }

  private static final class Broken extends RouteBuilder {
    final AtomicInteger ticks = new AtomicInteger();

    @Override
    public void configure() {
      from("timer:broken?delay=60000").routeId("broken.tick").bean(ticks, "incrementAndGet");
      from("nowhere:at-all").routeId("broken.scheme").to("log:never");
    }
  }
}
