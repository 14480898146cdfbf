package io.pomona.enrollment.routes;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;

import io.pomona.enrollment.NewsWorld;
import java.util.List;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.Test;

public class EnrollmentRoutesTest {
  @Test
  public void newsIsDeliveredByTheClock() throws Exception {
    NewsWorld world = new NewsWorld();
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.addRoutes(world.routes());
      context.start();
      assertEquals(
          List.of("enrollment.inventory", "enrollment.news", "enrollment.renewal"),
          context.getRoutes().stream().map(Route::getRouteId).sorted().toList());
      world.enroll();
      await().until(() -> world.heard() == 1);
    }
  }
}
