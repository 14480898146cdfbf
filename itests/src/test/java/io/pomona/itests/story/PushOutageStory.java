package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.apple.Verdict;
import io.pomona.simulator.apple.VirtualApns;
import io.pomona.simulator.mac.Channel;
import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** Apple's push service is out of order in every way it can be: no command is lost by it. */
public class PushOutageStory {
  private static final String COMMAND = "CertificateList";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Orders orders = new Orders(admin);
  private final Hosts hosts = new Hosts(admin);
  private final VirtualApns apns = STAGE.world().apns();
  private final List<VirtualMac> macs = List.of(STAGE.world().newMac(), STAGE.world().newMac());

  @Before
  public void enroll() {
    STAGE.expect("PushHealth .* Pushes are delayed");
    STAGE.expect("ApnsChannelPool .* Failed to create channel");
    STAGE.world().enroll(admin, macs);
    Awaitility.await("nothing waits")
        .atMost(Duration.ofSeconds(150)) // one that gets lost is sent again after a minute
        .until(() -> macs.stream().allMatch(orders::nothingWaits));
  }

  @After
  public void asUsual() {
    apns.refuseConnections(false);
    apns.script().clear();
    STAGE.world().allRest();
  }

  private String send() {
    return orders.send(COMMAND, macs.toArray(VirtualMac[]::new));
  }

  private JsonNode timeline(VirtualMac mac) {
    return admin.get("/api/v1/hosts/" + hosts.id(mac) + "/timeline?per_page=100").ok().json();
  }

  /** What Apple said to the last pushes. */
  private Set<String> verdicts() {
    Set<String> verdicts = new HashSet<>();
    macs.forEach(mac -> verdicts.add(timeline(mac).at("/last_push/verdict").asText()));
    return verdicts;
  }

  private void awaitVerdict(String verdict) {
    Awaitility.await(verdict)
        .atMost(Duration.ofSeconds(60))
        .until(() -> verdicts().contains(verdict));
  }

  private void allArrive(String uuid) {
    macs.forEach(mac -> orders.await(uuid, mac, Orders.DONE));
    assertTrue(timeline(macs.get(0)).toString(), orders.nothingWaits(macs.get(0)));
  }

  @Test
  public void connectionsAreRefused() {
    apns.refuseConnections(true);
    String uuid = send();
    awaitVerdict("unavailable");
    assertEquals("Pending", orders.status(uuid, macs.get(0)));
    apns.refuseConnections(false);
    allArrive(uuid);
  }

  @Test
  public void theServiceIsUnavailable() {
    apns.script().always(Verdict.unavailable(Duration.ofSeconds(1)));
    String uuid = send();
    awaitVerdict("unavailable");
    String told = timeline(macs.get(0)).toString() + timeline(macs.get(1));
    assertTrue("the timeline tells Apple's word: " + told, told.contains("ServiceUnavailable"));
    apns.script().clear();
    allArrive(uuid);
  }

  @Test
  public void thereAreTooManyPushes() {
    Duration asked = Duration.ofSeconds(10);
    VirtualMac mac = macs.get(0);
    String token = token(mac);
    long accepted = apns.accepted(token);
    Instant before = Instant.now();
    apns.script().next(token, Verdict.tooManyRequests(asked));
    String uuid = orders.send(COMMAND, mac);
    awaitVerdict("throttled");
    orders.await(uuid, mac, Orders.DONE);
    assertEquals("pushed once more", accepted + 1, apns.accepted(token));
    Duration waited = Duration.between(before, Instant.now());
    assertTrue("not before Apple allows it: " + waited, waited.compareTo(asked) >= 0);
    assertTrue(
        "nor minutes later, as without a word of Apple: " + waited,
        waited.compareTo(Duration.ofMinutes(2)) < 0);
  }

  @Test
  public void appleHangsUp() {
    long connections = apns.connections();
    long refused = apns.refused();
    apns.script().next(Verdict.goAway("Shutdown"), Verdict.shutdown());
    allArrive(send());
    assertTrue("both were said", apns.refused() >= refused + 2);
    assertTrue("it connects anew", apns.connections() > connections);
  }

  /** The Mac still asks by itself, and every other one is pushed to as ever. */
  @Test
  public void oneTokenIsDead() {
    VirtualMac dead = macs.get(0);
    String token = token(dead);
    apns.script().always(token, Verdict.unregistered(Instant.now().plusSeconds(3600)));
    String uuid = send();
    orders.await(uuid, macs.get(1), Orders.DONE);
    awaitVerdict("unregistered");
    assertEquals("Pending", orders.status(uuid, dead));
    long refused = apns.refused(token);
    String next = send();
    orders.await(next, macs.get(1), Orders.DONE);
    assertEquals("Pending", orders.status(next, dead));
    dead.poll();
    allArrive(next); // which has taken the place of the one before it, the same question
    assertEquals("the dead token is not used again", refused, apns.refused(token));
  }

  private static String token(VirtualMac mac) {
    return mac.push(Channel.DEVICE).orElseThrow().tokenHex();
  }
}
