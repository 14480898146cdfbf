package io.pomona.itests.story;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafLog;
import org.junit.rules.ExternalResource;

/**
 * One server and one world for all stories that can share them: started by the first that asks,
 * closed when the suite ends, or with the story that was run alone.
 */
public final class Stage extends ExternalResource {
  private static int users;
  private static VirtualWorld world;
  private static Pomona pomona;
  private static AdminApi admin;

  @Override
  protected void before() {
    synchronized (Stage.class) {
      if (users++ == 0) {
        world = new VirtualWorld();
        pomona = Pomona.start(world);
        admin = pomona.setUp();
        world.turnMdmOn(admin);
      }
    }
  }

  @Override
  protected void after() {
    synchronized (Stage.class) {
      if (--users == 0) {
        try {
          KarafLog.of(pomona.karaf()).assertQuiet();
        } finally {
          pomona.close();
          world.close();
        }
      }
    }
  }

  public VirtualWorld world() {
    return world;
  }

  public Pomona pomona() {
    return pomona;
  }

  /** The first admin. */
  public AdminApi admin() {
    return admin;
  }
}
