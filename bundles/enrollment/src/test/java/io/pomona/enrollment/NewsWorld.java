package io.pomona.enrollment;

import io.pomona.api.enrollment.DeviceListener;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.enrollment.routes.EnrollmentRoutes;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.RoutesBuilder;

/** The slice with its routes and one who listens. */
public final class NewsWorld {
  private final EnrollmentWorld world = new EnrollmentWorld();
  private final AtomicInteger heard = new AtomicInteger();

  public NewsWorld() {
    world.news.bind(
        new DeviceListener() {
          @Override
          public void enrolled(Enrollment enrollment) {
            heard.incrementAndGet();
          }
        });
  }

  public RoutesBuilder routes() {
    return new EnrollmentRoutes(world.news, world.renewal, world.refetch, Configs.defaults());
  }

  public void enroll() {
    new TestMac(world, 1).enroll();
  }

  public int heard() {
    return heard.get();
  }
}
