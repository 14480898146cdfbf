package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.mac.PollOutcome.Ending;
import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.support.FakeMdm;
import io.pomona.simulator.support.Profiles;
import io.pomona.simulator.support.SettableClock;
import io.pomona.simulator.support.TestKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

public class BehaviourTest {

  private final FakeMdm server = new FakeMdm();
  private final SettableClock clock = new SettableClock();
  private final BehaviourScript behaviour = BehaviourScript.obedient();
  private VirtualMac mac;
  private String udid;

  @Before
  public void enroll() throws Exception {
    MacSetup setup =
        MacSetup.real(server).with(TestKeys.KEYS).with(Pause.none()).with(clock).with(behaviour);
    mac = VirtualMac.inMemory(MacHardware.seeded(1), setup);
    mac.enroll(
        Profiles.enrollment(
            "https://mdm.example", "c", server.scep.authority.identity().certificate()));
    udid = mac.hardware().udid();
    server.heard.clear();
  }

  @Test
  public void notNowTwiceThenObeys() {
    behaviour.on("SecurityInfo", new Behaviour.NotNow(2));
    String uuid = server.enqueue(udid, "SecurityInfo");

    PollOutcome first = mac.poll();
    mac.poll();
    mac.poll();

    assertEquals(Ending.NOT_NOW, first.ending());
    assertTrue(first.pollAgain().isPresent());
    assertEquals(
        List.of("Idle", "NotNow", "Idle", "NotNow", "Idle", "Acknowledged"), server.heardTypes());
    assertEquals(uuid, server.last().message().text("CommandUUID").orElseThrow());
  }

  @Test
  public void duplicatesAreTheSameAnswerAgain() {
    behaviour.on("SecurityInfo", new Behaviour.Duplicate(2));
    server.enqueue(udid, "SecurityInfo");

    mac.poll();

    assertEquals(3, Collections.frequency(server.heardTypes(), "Acknowledged"));
  }

  @Test
  public void silenceLeavesTheCommandWithTheServer() {
    behaviour.on("InstallProfile", new Behaviour.Silence());
    server.enqueue(
        udid, Map.of("RequestType", "InstallProfile", "Payload", Profiles.screensaver("a.b")));

    PollOutcome outcome = mac.poll();

    assertEquals(Ending.SILENT, outcome.ending());
    assertTrue(!mac.has("a.b"));
    mac.poll();
    assertTrue(mac.has("a.b"));
    assertEquals(List.of("Idle", "Idle", "Acknowledged"), server.heardTypes());
  }

  @Test
  public void aDelayedAnswerComesInALaterConversation() {
    behaviour.on("SecurityInfo", new Behaviour.Delay(Duration.ofMinutes(5)));
    server.enqueue(udid, "SecurityInfo");

    assertEquals(Ending.LATER, mac.poll().ending());
    assertEquals(Ending.LATER, mac.poll().ending());
    clock.forward(Duration.ofMinutes(6));
    mac.poll();

    assertEquals(List.of("Idle", "Acknowledged"), server.heardTypes());
  }

  @Test
  public void anUndecodableAnswerIsRefusedAndNotSentAgain() {
    behaviour.on("SecurityInfo", new Behaviour.Undecodable());
    server.enqueue(udid, "SecurityInfo");

    assertEquals(Ending.REFUSED, mac.poll().ending());
    assertEquals(Ending.EMPTY, mac.poll().ending());

    assertEquals(List.of("Idle", "Idle", "Acknowledged"), server.heardTypes());
  }

  @Test
  public void aWrongUuidAcknowledgesWhatNobodySent() {
    behaviour.on("SecurityInfo", new Behaviour.WrongUuid());
    String uuid = server.enqueue(udid, "SecurityInfo");

    mac.poll();

    assertNotEquals(uuid, server.heard.get(1).message().text("CommandUUID").orElseThrow());
    assertEquals(uuid, server.last().message().text("CommandUUID").orElseThrow());
  }

  @Test
  public void errorAndFormatErrorAreReported() {
    behaviour.on(
        BehaviourScript.ANY,
        new Behaviour.Refuse(new ErrorItem(-909, "NSOSStatusErrorDomain", "No")),
        new Behaviour.FormatError());
    server.enqueue(udid, "SecurityInfo");
    server.enqueue(udid, "SecurityInfo");

    mac.poll();

    assertEquals(List.of("Idle", "Error", "CommandFormatError"), server.heardTypes());
  }

  @Test
  public void anAnswerTheServerDidNotTakeIsSentUntilItDoes() {
    server.enqueue(udid, "SecurityInfo");
    List<String> trouble = new ArrayList<>(List.of("once"));
    VirtualMac flaky = flaky(trouble);

    assertEquals(Ending.UNREACHABLE, flaky.poll().ending());
    assertEquals(Ending.EMPTY, flaky.poll().ending());

    assertEquals(1, Collections.frequency(server.heardTypes(), "Acknowledged"));
  }

  private VirtualMac flaky(List<String> trouble) {
    MacSetup setup =
        MacSetup.real(new FailingOnce(server, trouble)).with(TestKeys.KEYS).with(Pause.none());
    VirtualMac flaky = VirtualMac.inMemory(MacHardware.seeded(1), setup);
    try {
      flaky.enroll(
          Profiles.enrollment(
              "https://mdm.example", "c", server.scep.authority.identity().certificate()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return flaky;
  }

  @Test
  public void oneSeedIsOneStory() {
    assertEquals(story(7), story(7));
    assertNotEquals(story(7), story(8));
  }

  private static String story(long seed) {
    BehaviourScript script = BehaviourScript.seeded(seed, 0.7);
    StringBuilder story = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      story.append(script.next("SecurityInfo", "u" + i));
    }
    return story.toString();
  }
}
