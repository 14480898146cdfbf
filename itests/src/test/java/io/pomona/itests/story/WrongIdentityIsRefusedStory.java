package io.pomona.itests.story;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.mac.MessageSignature;
import io.pomona.simulator.mac.PollOutcome;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** Only a Mac itself speaks for it. Whoever else tries gets 400 or 403, and never a 401. */
public class WrongIdentityIsRefusedStory {
  private static final String NOBODY = "of nobody";
  private static final String FORMER = "replaced by a later enrollment";
  private static final Set<String> NO_MACS_ANY_MORE = Set.of(NOBODY, FORMER);
  private static final byte[] TOKEN = {1, 2, 3};

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);
  private final Orders orders = new Orders(admin);
  private final MacRequests requests = new MacRequests(STAGE);
  private VirtualMac mac;
  private VirtualMac other;
  private Identity former;
  private String waiting;

  @Before
  public void twoMacs() throws Exception {
    mac = STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
    former = mac.identity().orElseThrow();
    mac.enroll(VirtualWorld.profile(admin));
    mac.poll();
    mac.setBootstrapToken(TOKEN);
    other = STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
    waiting = orders.send("CertificateList", mac);
  }

  @Test
  public void nothingIsAcceptedAndNothingStored() throws Exception {
    long count = hosts.count();
    for (Map.Entry<String, Function<byte[], String>> forgery : forgeries().entrySet()) {
      startsInVain(forgery.getKey(), forgery.getValue());
      for (byte[] message : checkIns()) {
        refused(forgery.getKey(), requests.checkIn(message, forgery.getValue().apply(message)));
      }
      checksOutInVain(forgery.getKey(), forgery.getValue());
      byte[] idle = Messages.idle(mac);
      refused(forgery.getKey(), requests.connect(idle, forgery.getValue().apply(idle)));
      byte[] answer = Messages.report(mac, "Acknowledged", Map.of("CommandUUID", waiting));
      refused(forgery.getKey(), requests.connect(answer, forgery.getValue().apply(answer)));
    }
    assertEquals(count, hosts.count());
    assertEquals(Hosts.ON, hosts.mdm(mac));
    assertEquals("Pending", orders.status(waiting, mac));
    assertArrayEquals(TOKEN, mac.fetchBootstrapToken().orElseThrow());
    assertEquals(
        new PollOutcome(1, PollOutcome.Ending.EMPTY, "", java.time.Duration.ZERO), mac.poll());
  }

  /**
   * Authenticate may arrive again long after it was answered: that is heard, and nothing happens.
   */
  private void startsInVain(String how, Function<byte[], String> forgery) {
    byte[] message = Messages.authenticate(mac);
    Reply reply = requests.checkIn(message, forgery.apply(message));
    if (!how.equals(FORMER)) {
      refused(how, reply);
    }
    assertEquals(Hosts.ON, hosts.mdm(mac));
  }

  /**
   * A Mac says once that it leaves, so a certificate of ours that no Mac has any more may say it
   * again: that is heard, and nothing happens.
   */
  private void checksOutInVain(String how, Function<byte[], String> forgery) {
    byte[] message = Messages.checkOut(mac);
    Reply reply = requests.checkIn(message, forgery.apply(message));
    if (!NO_MACS_ANY_MORE.contains(how)) {
      refused(how, reply);
    }
    assertEquals(Hosts.ON, hosts.mdm(mac));
  }

  private List<byte[]> checkIns() {
    return List.of(
        Messages.tokenUpdate(mac),
        Messages.setBootstrapToken(mac),
        Messages.getBootstrapToken(mac));
  }

  private Map<String, Function<byte[], String>> forgeries() {
    Forgeries forge = new Forgeries(STAGE, mac);
    Identity mine = mac.identity().orElseThrow();
    Identity others = other.identity().orElseThrow();
    Map<String, Function<byte[], String>> all = new LinkedHashMap<>();
    all.put("no signature", body -> "");
    all.put("not base64", body -> "###");
    all.put("no CMS", body -> "AAAA");
    all.put("another CA with our name", body -> sign(body, forge.ofForeignCa()));
    all.put("expired", body -> sign(body, forge.expired()));
    all.put("not yet valid", body -> sign(body, forge.notYetValid()));
    all.put(NOBODY, body -> sign(body, forge.withoutEnrollment()));
    all.put(FORMER, body -> sign(body, former));
    all.put("of another Mac", body -> sign(body, others));
    all.put("another body", body -> sign(altered(body), mine));
    all.put("two signers", body -> forge.signed(body, false, mine, others));
    all.put("content inside", body -> forge.signed(altered(body), true, mine));
    all.put("certificate of another key", body -> sign(body, forge.withoutTheKey()));
    return all;
  }

  @Test
  public void aCertificateHeaderThatNobodyMayForwardIsNotBelieved() {
    byte[] idle = Messages.idle(mac);
    String der = java.util.Base64.getEncoder().encodeToString(mac.identity().orElseThrow().der());
    for (String header : new String[] {"Client-Cert", "X-SSL-Client-Cert"}) {
      Map<String, String> headers = MacRequests.headers(MacRequests.CONNECT, "");
      headers.put(header, ":" + der + ":");
      refused(header, requests.send("PUT", "/mdm/apple/mdm", headers, idle));
    }
  }

  @Test
  public void aCertificateOfOneEnrollmentDoesNotEnrollAnotherMac() {
    byte[] theirs = Messages.authenticate(other);
    Reply reply = requests.checkIn(theirs, sign(theirs, mac.identity().orElseThrow()));
    refused("of another enrollment", reply);
    assertEquals(PollOutcome.Ending.EMPTY, other.poll().ending());
  }

  @Test
  public void theIdentityOfADeletedMacEnrollsNobody() {
    Identity left = mac.identity().orElseThrow();
    byte[] theirs = Messages.authenticate(other);
    byte[] own = Messages.authenticate(mac);
    long id = hosts.id(mac);
    mac.checkOut();
    admin.delete("/api/v1/hosts/" + id).ok();
    refused("of a deleted Mac", requests.checkIn(theirs, sign(theirs, left)));
    refused("of a deleted Mac", requests.checkIn(own, sign(own, left)));
    assertEquals(PollOutcome.Ending.EMPTY, other.poll().ending());
  }

  private static void refused(String how, Reply reply) {
    String what = how + ": " + reply.status() + " " + reply.text();
    assertTrue(what, reply.status() == 400 || reply.status() == 403);
    assertTrue(what, reply.text().length() > 10 && !reply.text().contains("RequestType"));
  }

  private static String sign(byte[] body, Identity identity) {
    return MessageSignature.SHA256.of(body, identity);
  }

  private static byte[] altered(byte[] body) {
    return new String(body, StandardCharsets.UTF_8)
        .replace("</dict>", " </dict>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
