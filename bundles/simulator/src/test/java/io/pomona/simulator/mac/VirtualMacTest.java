package io.pomona.simulator.mac;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.mac.PollOutcome.Ending;
import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.support.FakeMdm;
import io.pomona.simulator.support.Profiles;
import io.pomona.simulator.support.TestKeys;
import io.pomona.simulator.wire.Plist;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

public class VirtualMacTest {

  private final FakeMdm server = new FakeMdm();
  private final BehaviourScript behaviour = BehaviourScript.obedient();
  private final MacSetup setup =
      MacSetup.real(server).with(TestKeys.KEYS).with(Pause.none()).with(behaviour);
  private VirtualMac mac;
  private String udid;

  @Before
  public void enroll() throws Exception {
    mac = VirtualMac.inMemory(MacHardware.seeded(1), setup);
    mac.enroll(profile("first"));
    udid = mac.hardware().udid();
  }

  private byte[] profile(String challenge) {
    return Profiles.enrollment(
        "https://mdm.example", challenge, server.scep.authority.identity().certificate());
  }

  @Test
  public void enrollsByScepAuthenticateAndTokenUpdate() {
    assertEquals(List.of("Authenticate", "TokenUpdate"), server.heardTypes());
    Plist authenticate = server.heard.get(0).message();
    assertEquals(mac.hardware().serial(), authenticate.text("SerialNumber").orElseThrow());
    Plist tokenUpdate = server.heard.get(1).message();
    assertEquals(32, tokenUpdate.data("Token").orElseThrow().length);
    assertEquals(Profiles.TOPIC, tokenUpdate.text("Topic").orElseThrow());
    assertEquals(mac.identity().orElseThrow().certificate(), server.last().signer());
  }

  @Test
  public void aRefusedAuthenticateLeavesTheMacAsItWas() {
    server.checkInStatus = 403;
    VirtualMac other = VirtualMac.inMemory(MacHardware.seeded(2), setup);

    EnrollmentRefusedException refused =
        assertThrows(EnrollmentRefusedException.class, () -> other.enroll(profile("x")));

    assertEquals(403, refused.status());
    assertFalse(other.enrolled());
  }

  @Test
  public void idleGetsTheEmptyAnswer() {
    PollOutcome outcome = mac.poll();

    assertEquals(Ending.EMPTY, outcome.ending());
    assertEquals("Idle", server.last().type());
  }

  @Test
  public void carriesOutOneCommandAfterTheOtherInOneConversation() {
    server.enqueue(udid, "SecurityInfo");
    server.enqueue(udid, "CertificateList");

    PollOutcome outcome = mac.poll();

    assertEquals(2, outcome.commands());
    assertEquals(
        List.of("Idle", "Acknowledged", "Acknowledged"), server.heardTypes().subList(2, 5));
  }

  @Test
  public void deviceInformationAnswersOnlyWhatWasAsked() {
    server.enqueue(
        udid,
        Map.of(
            "RequestType",
            "DeviceInformation",
            "Queries",
            List.of("UDID", "OSVersion", "Nonsense")));

    mac.poll();

    Map<String, Object> answer =
        server.last().message().dictionary("QueryResponses").orElseThrow().values();
    assertEquals(Map.of("UDID", udid, "OSVersion", mac.hardware().osVersion()), answer);
  }

  @Test
  public void installsListsAndRemovesAProfile() {
    install("com.example.saver");
    assertEquals("Acknowledged", server.last().type());

    server.enqueue(udid, "ProfileList");
    mac.poll();
    List<Plist> list = server.last().message().dictionaries("ProfileList");
    assertEquals(
        List.of(Profiles.ENROLLMENT, "com.example.saver"),
        list.stream().map(entry -> entry.text("PayloadIdentifier").orElseThrow()).toList());
    assertEquals(
        "5C8E0A61-0B0B-4C59-9E7B-5B0E5B8A0A01", list.get(1).text("PayloadUUID").orElseThrow());
    assertFalse(list.get(1).dictionaries("PayloadContent").get(0).values().containsKey("idleTime"));

    remove("com.example.saver");
    assertEquals("Acknowledged", server.last().type());
    assertFalse(mac.has("com.example.saver"));
  }

  @Test
  public void aProfileThatIsNotThereCannotBeRemoved() {
    remove("com.example.none");

    Plist error = server.last().message().dictionaries("ErrorChain").get(0);
    assertEquals(89, error.number("ErrorCode", 0));
    assertEquals("MDMClientError", error.text("ErrorDomain").orElseThrow());
  }

  @Test
  public void aMalformedProfileIsRefusedWithAReason() {
    server.enqueue(udid, Map.of("RequestType", "InstallProfile", "Payload", "<plist>".getBytes()));

    mac.poll();

    assertEquals("Error", server.last().type());
    assertEquals(1, server.last().message().dictionaries("ErrorChain").size());
  }

  @Test
  public void anUnknownCommandIsAnsweredAsMacosDoes() {
    server.enqueue(udid, "MakeCoffee");

    mac.poll();

    Plist error = server.last().message().dictionaries("ErrorChain").get(0);
    assertEquals(12021, error.number("ErrorCode", 0));
  }

  @Test
  public void removingTheEnrollmentProfileEndsInCheckOut() {
    install("com.example.saver");

    remove(Profiles.ENROLLMENT);

    assertEquals("CheckOut", server.last().type());
    assertFalse(mac.enrolled());
    assertTrue(mac.profiles().isEmpty());
  }

  @Test
  public void a401TakesTheMdmProfileAway() {
    server.connectStatus = 401;

    assertEquals(Ending.LEFT, mac.poll().ending());
    assertFalse(mac.enrolled());
  }

  @Test
  public void theBootstrapTokenIsKeptByTheServer() throws Exception {
    assertTrue(mac.fetchBootstrapToken().isEmpty());

    mac.setBootstrapToken(new byte[] {1, 2, 3});

    assertArrayEquals(new byte[] {1, 2, 3}, mac.fetchBootstrapToken().orElseThrow());
  }

  @Test
  public void theUserHasAChannelOfItsOwn() throws Exception {
    VirtualMac other =
        VirtualMac.inMemory(
            MacHardware.seeded(4), setup.with(MacOptions.modern().withUserChannel()));
    other.enroll(profile("u"));
    assertEquals(other.hardware().userId(), server.last().message().text("UserID").orElseThrow());
    assertNotEquals(
        other.push(Channel.DEVICE).orElseThrow().tokenHex(),
        other.push(Channel.USER).orElseThrow().tokenHex());

    other.poll(Channel.USER);

    assertEquals("Idle", server.last().type());
    assertEquals(
        other.hardware().userShortName(),
        server.last().message().text("UserShortName").orElseThrow());
  }

  @Test
  public void aMacOf2016SignsDirectlyWithSha1() throws Exception {
    VirtualMac old = VirtualMac.inMemory(MacHardware.seeded(5), setup.with(MacOptions.of2016()));

    old.enroll(profile("o"));

    assertEquals("TokenUpdate", server.last().type());
  }

  private void install(String identifier) {
    server.enqueue(
        udid, Map.of("RequestType", "InstallProfile", "Payload", Profiles.screensaver(identifier)));
    mac.poll();
  }

  private void remove(String identifier) {
    server.enqueue(udid, Map.of("RequestType", "RemoveProfile", "Identifier", identifier));
    mac.poll();
  }
}
