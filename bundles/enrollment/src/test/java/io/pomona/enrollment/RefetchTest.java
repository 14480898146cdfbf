package io.pomona.enrollment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandTrail;
import io.pomona.testkit.Fixtures;
import java.time.Duration;
import java.util.Optional;
import org.junit.Test;

public class RefetchTest {
  private final EnrollmentWorld world = new EnrollmentWorld();
  private final TestMac mac = new TestMac(world, 1);

  private long waiting() {
    return world.stores.commandHistory().list(Optional.empty(), PageRequest.first(1000)).stream()
        .filter(command -> !command.state().isEnded())
        .count();
  }

  @Test
  public void detailsAreAskedForOnceADay() {
    mac.enroll();
    mac.drain();
    assertEquals(0, world.refetch.sweep());
    world.clock.advance(Duration.ofHours(25));
    assertEquals(1, world.refetch.sweep());
    assertEquals(0, world.refetch.sweep());
    assertTrue(world.host(mac.channel).refetchRequested());
    mac.drain();
    assertFalse(world.host(mac.channel).refetchRequested());
    assertEquals(0, world.refetch.sweep());
  }

  @Test
  public void forAMacThatIsAwayNothingPilesUp() {
    mac.enroll();
    mac.drain();
    for (int hour = 0; hour < 24 * 60; hour++) {
      world.clock.advance(Duration.ofHours(1));
      world.refetch.sweep();
      world.deliverOutcomes();
      assertTrue(waiting() <= 2);
    }
    mac.drain();
    assertEquals(world.clock.instant(), world.host(mac.channel).detailsUpdatedAt().orElseThrow());
  }

  @Test
  public void askingTwiceAsksOnce() {
    mac.enroll();
    mac.drain();
    world.refetch.host(Fixtures.ADMIN, world.host(mac.channel));
    world.refetch.host(Fixtures.ADMIN, world.host(mac.channel));
    assertEquals(2, waiting());
    world.clock.advance(Duration.ofMinutes(11));
    world.refetch.host(Fixtures.ADMIN, world.host(mac.channel));
    assertEquals("the newest takes the place", 2, waiting());
    CommandTrail asked = world.stores.commandTimeline().waiting(mac.channel, 1).get(0);
    assertEquals("inventory refresh", asked.reason());
    assertEquals(Fixtures.ADMIN.name(), asked.command().requestedBy());
  }

  @Test
  public void aMacThatIsOffCannotBeAsked() {
    mac.enroll();
    mac.send(mac.checkOut());
    assertThrows(
        MdmException.class, () -> world.refetch.host(Fixtures.ADMIN, world.host(mac.channel)));
  }
}
