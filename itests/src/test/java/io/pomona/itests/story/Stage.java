package io.pomona.itests.story;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafLog;
import io.pomona.itests.karaf.Pomonactl;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.rules.ExternalResource;

/**
 * One server and one world for all stories that can share them: started by the first that asks,
 * closed when the suite ends, or with the story that was run alone.
 */
public final class Stage extends ExternalResource {
  /** Macs are asked for bypass codes where a story wants it, so that the others need not count it. */
  static final Map<String, String> ESCROW =
      Map.of("lock.grace.seconds", "1", "period", "500", "bypass.code.days", "0");

  private static int users;
  private static VirtualWorld world;
  private static ImportedCa deviceCa;
  private static Pomona pomona;
  private static AdminApi admin;
  private static boolean mdmOn;
  private static Pattern expected = Pattern.compile("(?!)");

  @Override
  protected void before() {
    synchronized (Stage.class) {
      if (users++ == 0) {
        world = new VirtualWorld();
        deviceCa = ImportedCa.create();
        pomona =
            Pomona.start(
                world,
                Map.of(
                    "io.pomona.pki.cfg",
                    deviceCa.settings(),
                    "io.pomona.escrow.cfg",
                    ESCROW,
                    "io.pomona.organization.webhooks.cfg",
                    Map.of("allowed.networks", "127.0.0.0/8", "timeout.seconds", "2")),
                deviceCa.environment());
        admin = pomona.setUp();
        mdmOn = false;
      }
    }
  }

  @Override
  protected void after() {
    synchronized (Stage.class) {
      if (--users == 0) {
        try {
          KarafLog.of(pomona.karaf()).assertQuietBut(expected);
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

  public ImportedCa deviceCa() {
    return deviceCa;
  }

  /** The first admin; MDM is on. */
  public AdminApi admin() {
    synchronized (Stage.class) {
      if (!mdmOn) {
        world.turnMdmOn(admin);
        mdmOn = true;
      }
      return admin;
    }
  }

  /** The first admin, before anybody has turned MDM on. */
  public AdminApi adminBeforeMdm() {
    return admin;
  }

  /** The command line of the distribution, logged in as the first admin. */
  public Pomonactl pomonactl(Path home) {
    return pomonactl(home, Pomona.EMAIL, Pomona.PASSWORD);
  }

  public Pomonactl pomonactl(Path home, String email, String password) {
    Pomonactl pomonactl = new Pomonactl(pomona.karaf(), home);
    pomonactl.done(
        "login",
        "--address=" + pomona.url(),
        "--rootca=" + pomona.rootPem(),
        "--email=" + email,
        "--password=" + password);
    return pomonactl;
  }

  /** A warning that belongs to a story: whoever plays an outage is warned of it. */
  public void expect(String warning) {
    synchronized (Stage.class) {
      expected = Pattern.compile(expected.pattern() + "|" + warning);
    }
  }

  public boolean isMdmOn() {
    return mdmOn;
  }
}
