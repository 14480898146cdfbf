package io.pomona.escrow.filevault;

import static org.junit.Assert.assertEquals;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class EncryptionQuestionsTest {
  private final EscrowWorld world = new EscrowWorld();

  private List<CommandRecord> waiting(EnrolledMac mac) {
    return world
        .stores
        .commandHistory()
        .list(Optional.of(mac.host()), PageRequest.first(100))
        .stream()
        .filter(each -> each.state() == CommandState.QUEUED)
        .toList();
  }

  @Test
  public void whoHasJustGotTheProfileIsAskedAtOnce() {
    EnrolledMac mac = world.mac(1);
    assertEquals(0, world.questions.sweep());
    world.installed(mac);
    assertEquals(1, world.questions.sweep());
    assertEquals("SecurityInfo", waiting(mac).get(0).requestType());
    assertEquals(0, world.questions.sweep());
  }

  @Test
  public void aMacThatIsAwayHasOneQuestionWaiting() {
    EnrolledMac mac = world.mac(1);
    world.installed(mac);
    for (int i = 0; i < 10; i++) {
      world.questions.sweep();
      world.clock.advance(Duration.ofMinutes(16));
    }
    assertEquals(1, waiting(mac).size());
  }

  @Test
  public void whoLogsInIsAskedSoon() {
    EnrolledMac mac = world.mac(1);
    world.installed(mac);
    world.questions.sweep();
    world.clock.advance(Duration.ofDays(2));
    assertEquals(1, world.questions.sweep());
    world.clock.advance(Duration.ofHours(1));
    assertEquals(0, world.questions.sweep());
    world.questions.tokenUpdated(world.enrollment(mac));
    assertEquals(1, world.questions.sweep());
  }

  @Test
  public void whoMustDoSomethingIsAskedUntilItIsDone() {
    EnrolledMac mac = world.mac(1);
    world.installed(mac);
    world.questions.sweep();
    world.says(mac, EscrowWorld.open());
    world.clock.advance(Duration.ofMinutes(14));
    assertEquals(0, world.questions.sweep());
    world.clock.advance(Duration.ofMinutes(2));
    assertEquals(1, world.questions.sweep());
    world.says(mac, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    world.clock.advance(Duration.ofHours(1));
    assertEquals(0, world.questions.sweep());
  }

  @Test
  public void manyAreAskedInOneGo() {
    for (int i = 1; i <= EncryptionQuestions.BATCH + 1; i++) {
      world.installed(world.mac(i));
    }
    assertEquals(EncryptionQuestions.BATCH + 1, world.questions.sweep());
    assertEquals(0, world.questions.sweep());
  }

  @Test(timeout = 20_000)
  public void profilesOfANodeWhoseClockIsAheadKeepNobodyAsking() {
    world.clock.advance(Duration.ofMinutes(1));
    for (int i = 1; i <= EncryptionQuestions.BATCH; i++) {
      world.installed(world.mac(i));
    }
    world.clock.advance(Duration.ofMinutes(-1));
    world.questions.sweep();
    world.clock.advance(Duration.ofMinutes(1));
    world.questions.sweep();
    for (EnrolledMac mac : world.macs) {
      assertEquals(1, asked(mac));
    }
  }

  private long asked(EnrolledMac mac) {
    return world
        .stores
        .commandHistory()
        .list(Optional.of(mac.host()), PageRequest.first(100))
        .stream()
        .filter(each -> each.requestType().equals("SecurityInfo"))
        .count();
  }
}
