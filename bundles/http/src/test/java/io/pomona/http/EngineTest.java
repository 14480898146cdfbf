package io.pomona.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.junit.Test;

/** When an engine that was replaced goes. */
public class EngineTest {
  private final AtomicInteger destroyed = new AtomicInteger();
  private final Engine engine =
      new Engine(
          new CXFNonSpringJaxrsServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            public void destroy() {
              destroyed.incrementAndGet();
            }
          });

  @Test
  public void anIdleOneGoesAtOnceAndOnce() {
    assertTrue(engine.enter());
    engine.leave();
    assertEquals(0, destroyed.get());
    engine.retire(Duration.ZERO);
    engine.retire(Duration.ZERO);
    assertEquals(1, destroyed.get());
    assertFalse(engine.enter());
  }

  @Test
  public void oneWithALongRequestGoesWithIt() {
    engine.enter();
    engine.enter();
    engine.leave();
    engine.retire(Duration.ofMillis(1));
    assertFalse(engine.enter());
    assertEquals(0, destroyed.get());
    engine.leave();
    assertEquals(1, destroyed.get());
  }

  @Test(timeout = 60_000)
  public void aShortRequestIsWaitedForAndDestroysItOnce() throws Exception {
    engine.enter();
    Thread retiring = new Thread(() -> engine.retire(Duration.ofSeconds(50)));
    retiring.start();
    while (engine.enter()) {
      engine.leave();
      Thread.onSpinWait();
    }
    engine.leave();
    retiring.join();
    assertEquals(1, destroyed.get());
  }
}
