package io.pomona.itests.story;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafLog;
import io.pomona.itests.karaf.Pomonactl;
import io.pomona.itests.secrets.PlantedSecrets;
import io.pomona.itests.secrets.SecretScan;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.rules.ExternalResource;

/**
 * One server and one world for all stories that can share them: started by the first that asks,
 * closed when the suite ends, or with the story that was run alone.
 */
public final class Stage extends ExternalResource {
  /** Macs are asked for bypass codes where a story wants it. */
  static final Map<String, String> ESCROW =
      Map.of(
          "lock.grace.seconds", "1",
          "wipe.grace.seconds", "1",
          "period", "500",
          "bypass.code.days", "0");

  private static int users;
  private static VirtualWorld world;
  private static ImportedCa deviceCa;
  private static Pomona pomona;
  private static AdminApi admin;
  private static boolean mdmOn;
  private static Pattern expected = Pattern.compile("(?!)");
  private static PlantedSecrets secrets;

  private final int planted;

  public Stage() {
    this(0);
  }

  /**
   * @param planted how many secrets the stories have to have planted at the end
   */
  public Stage(int planted) {
    this.planted = planted;
  }

  @Override
  protected void before() {
    synchronized (Stage.class) {
      if (users++ == 0) {
        world = new VirtualWorld();
        deviceCa = ImportedCa.create();
        pomona = Pomona.start(world, settings(), deviceCa.environment());
        admin = pomona.setUp();
        mdmOn = false;
        secrets = new PlantedSecrets();
        plantOwn();
      }
    }
  }

  private static Map<String, Map<String, String>> settings() {
    Map<String, Map<String, String>> settings = new HashMap<>();
    settings.put("io.pomona.pki.cfg", deviceCa.settings());
    settings.put("io.pomona.escrow.cfg", ESCROW);
    settings.put(
        "io.pomona.organization.webhooks.cfg",
        Map.of("allowed.networks", "127.0.0.0/8", "timeout.seconds", "2"));
    String level = System.getProperty("pomona.story.loglevel", "");
    if (!level.isEmpty()) {
      settings.put("org.ops4j.pax.logging.cfg", Map.of("log4j2.rootLogger.level", level));
    }
    return settings;
  }

  private static void plantOwn() {
    secrets.plant("password of the first admin", Pomona.PASSWORD);
    secrets.plant("session of the first admin", admin.token());
    secrets.plant("key of the device CA", deviceCa.authority().identity().key());
    secrets.plant("password of the device CA's file", deviceCa.password());
    secrets.plant("push key", world.push().identity().key());
  }

  @Override
  protected void after() {
    synchronized (Stage.class) {
      if (--users == 0) {
        try {
          KarafLog.of(pomona.karaf()).assertQuietBut(expected);
          pomona.karaf().kill();
          assertSecretsAreKept();
        } finally {
          pomona.close();
          world.close();
        }
      }
    }
  }

  /** What stories planted can be read in no file of the server that has ended, nor its database. */
  private void assertSecretsAreKept() {
    if (secrets.count() < planted) {
      throw new AssertionError("Only " + secrets.count() + " secrets were planted");
    }
    Path home = pomona.karaf().home();
    SecretScan scan = new SecretScan(secrets).files(home); // before opening the database tidies up
    String database = "jdbc:h2:file:" + home.resolve("data/pomona/db") + ";IFEXISTS=TRUE";
    try (Connection connection = DriverManager.getConnection(database, "pomona", "")) {
      scan.database(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    scan.assertNothingFound();
  }

  /** Where stories name what must stay secret. */
  public PlantedSecrets secrets() {
    return secrets;
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
