package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafLog;
import io.pomona.simulator.mac.MacFleet;
import io.pomona.simulator.mac.PollOutcome;
import io.pomona.simulator.mac.VirtualMac;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * Two servers on one PostgreSQL, of which one changes over to it while it runs: what is queued on
 * one is handed out by the other at once. One is killed; the other goes on with all that was
 * acknowledged.
 */
public class TwoNodesIT {
  /** While it takes over the certificate of the other an answer may find its connection closed. */
  private static final Pattern CUT_OFF =
      Pattern.compile(
          "Problem with writing the data, class io.pomona.organization.rest.OwnAccountResource"
              + "|PhaseInterceptorChain .* has thrown exception, unwinding now");

  private static final int MACS = 5;
  private static final String DATABASE = "org.ops4j.datasource-pomona.cfg";

  private final VirtualWorld world = new VirtualWorld();
  private EmbeddedPostgres postgres;
  private Pomona first;
  private Pomona second;

  @Before
  public void twoNodes() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    first = node(Map.of(DATABASE, postgresql()));
    second = node(Map.of());
  }

  private Map<String, String> postgresql() {
    return Map.of(
        "osgi.jdbc.driver.class", "org.postgresql.Driver",
        "url", postgres.getJdbcUrl("postgres", "postgres"),
        "user", "postgres");
  }

  private Pomona node(Map<String, Map<String, String>> settings) {
    Path masterKey = Path.of("target", "two-nodes-master-" + postgres.getPort() + ".key");
    Map<String, Map<String, String>> all = new HashMap<>(settings);
    all.put("io.pomona.pki.cfg", Map.of("master.key.file", masterKey.toAbsolutePath().toString()));
    return Pomona.start(world, all, Map.of());
  }

  @After
  public void close() throws Exception {
    for (AutoCloseable each : java.util.Arrays.asList(first, second, world, postgres)) {
      if (each != null) {
        each.close();
      }
    }
  }

  @Test
  public void eitherServesAndOneIsEnough() {
    AdminApi atFirst = first.setUp();
    world.turnMdmOn(atFirst);
    joinsWhileItRuns(atFirst.token());
    AdminApi atSecond = second.api().as(atFirst.token());
    Balancer balancer = new Balancer(world.wires(), first.url());
    List<VirtualMac> macs = new ArrayList<>();
    for (int i = 0; i < MACS; i++) {
      VirtualMac mac = VirtualMac.inMemory(world.newHardware(), world.macSetup().with(balancer));
      macs.add(world.enrollAsleep(atFirst, mac));
    }
    assertHandedOutByTheOther(atFirst, atSecond, balancer, macs);
    assertOneIsEnough(atFirst, atSecond, balancer, macs);
    KarafLog.of(first.karaf()).assertQuiet();
    KarafLog.of(second.karaf()).assertQuietBut(CUT_OFF);
  }

  /**
   * It was started with the embedded database, where the token of the first means nothing. With the
   * other one it takes over the server certificate as well, so it is away for a moment.
   */
  private void joinsWhileItRuns(String token) {
    ProcessHandle process = second.karaf().process().orElseThrow();
    assertEquals(401, second.api().as(token).get("/api/v1/me").status());
    second.configure(DATABASE, postgresql());
    Awaitility.await("the other database")
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> second.api().as(token).get("/api/v1/me").status() == 200);
    second.awaitReady();
    assertEquals(process, second.karaf().process().orElseThrow());
  }

  private void assertHandedOutByTheOther(
      AdminApi atFirst, AdminApi atSecond, Balancer balancer, List<VirtualMac> macs) {
    VirtualMac[] all = macs.toArray(new VirtualMac[0]);
    for (String type : new String[] {"CertificateList", "SecurityInfo", "ProfileList"}) {
      balancer.to(second.url());
      // They ask in vain, so the second node believes that there is nothing.
      macs.forEach(
          mac ->
              assertEquals(
                  new PollOutcome(0, PollOutcome.Ending.EMPTY, "", Duration.ZERO), mac.poll()));
      String uuid = new Orders(atFirst).send(type, all);
      macs.forEach(TwoNodesIT::getsOneCommand);
      macs.forEach(mac -> assertEquals(Orders.DONE, new Orders(atFirst).status(uuid, mac)));
      balancer.to(first.url());
      String back = new Orders(atSecond).send(type, all);
      macs.forEach(TwoNodesIT::getsOneCommand);
      macs.forEach(mac -> assertEquals(Orders.DONE, new Orders(atSecond).status(back, mac)));
    }
  }

  /** The news travels while the Mac polls: what a node remembers counts for two seconds at most. */
  private static void getsOneCommand(VirtualMac mac) {
    Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> mac.poll().commands() == 1);
  }

  private void assertOneIsEnough(
      AdminApi atFirst, AdminApi atSecond, Balancer balancer, List<VirtualMac> macs) {
    VirtualMac[] all = macs.toArray(new VirtualMac[0]);
    String queued = new Orders(atFirst).send("CertificateList", all);
    first.karaf().kill();
    balancer.to(second.url());
    Orders orders = new Orders(atSecond);
    macs.forEach(TwoNodesIT::getsOneCommand);
    macs.forEach(mac -> assertEquals(Orders.DONE, orders.status(queued, mac)));
    MacFleet awake = world.awake(macs);
    String pushed = orders.send("SecurityInfo", all);
    awake.macs().forEach(mac -> orders.await(pushed, mac, Orders.DONE));
    VirtualMac late =
        world.enrollAsleep(
            atSecond, VirtualMac.inMemory(world.newHardware(), world.macSetup().with(balancer)));
    assertTrue(late.enrolled());
    assertEquals(Hosts.ON, new Hosts(atSecond).mdm(late));
  }
}
