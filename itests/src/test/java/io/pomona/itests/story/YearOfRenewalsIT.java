package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assume.assumeTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafLog;
import io.pomona.itests.karaf.TurnedClock;
import io.pomona.simulator.apple.PushIdentity;
import io.pomona.simulator.mac.Behaviour;
import io.pomona.simulator.mac.BehaviourScript;
import io.pomona.simulator.mac.ErrorItem;
import io.pomona.simulator.mac.PollOutcome;
import io.pomona.simulator.mac.VirtualMac;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * A year of a server and its Macs in a minute: every identity ends and is renewed before. A fifth
 * of the Macs is away for ninety days, some refuse at first or are busy; none is lost.
 */
public class YearOfRenewalsIT {
  private static final int MACS = 20;
  private static final int AWAY = MACS / 5;
  private static final Duration STEP = Duration.ofDays(30);
  private static final int STEPS = 13;
  private static final int STEPS_AWAY = 3;

  /** The identities are made for a year and renewed this long before their end. */
  private static final Duration AHEAD = Duration.ofDays(180);

  private final VirtualWorld world = new VirtualWorld();
  private final List<Human> humans = new ArrayList<>();
  private TurnedClock clock;
  private Pomona pomona;

  /** A Mac, the step at which its owner leaves, whether it refuses, and what it had at first. */
  private record Human(VirtualMac mac, int leaves, boolean isMoody, BigInteger first) {
    boolean isThere(int step) {
      return step < leaves || step >= leaves + STEPS_AWAY;
    }

    Instant end() {
      return mac.identity().orElseThrow().certificate().getNotAfter().toInstant();
    }
  }

  @Before
  public void aServerWithAClockOfItsOwn() {
    clock = TurnedClock.create().orElse(null);
    assumeTrue("skipped: libfaketime is not installed (/usr/lib/*/faketime)", clock != null);
    pomona =
        Pomona.start(
            world,
            Map.of("io.pomona.enrollment.cfg", Map.of("renewal.seconds", "1")),
            clock.environment());
    AdminApi admin = pomona.setUp();
    PushIdentity push = world.apple().pushIdentity(UUID.randomUUID(), STEP.multipliedBy(STEPS + 2));
    admin
        .put(
            "/api/v1/apns",
            Map.of("certificate", push.certificatePem(), "private_key", push.keyPem()))
        .ok();
    for (int i = 0; i < MACS; i++) {
      humans.add(newHuman(admin, i));
    }
  }

  /** Those who leave do so before the first renewal is due, and come back long after. */
  private Human newHuman(AdminApi admin, int number) {
    VirtualMac mac =
        VirtualMac.inMemory(world.newHardware(), world.macSetup().with(clock).with(mood(number)));
    world.enrollAsleep(admin, mac);
    int leaves = number < AWAY ? 4 + number % 2 : Integer.MAX_VALUE - STEPS_AWAY;
    return new Human(mac, leaves, number % 4 == 2, serial(mac));
  }

  private static BigInteger serial(VirtualMac mac) {
    return mac.identity().orElseThrow().certificate().getSerialNumber();
  }

  private static BehaviourScript mood(int number) {
    BehaviourScript obedient = BehaviourScript.obedient();
    return switch (number % 4) {
      case 1 -> obedient.on("InstallProfile", new Behaviour.NotNow(2));
      case 2 ->
          obedient.on(
              "InstallProfile",
              new Behaviour.Refuse(ErrorItem.mdmClient(12021, "The Mac is busy")));
      default -> obedient;
    };
  }

  @After
  public void close() {
    if (pomona != null) {
      pomona.close();
    }
    world.close();
  }

  @Test
  public void noMacIsLost() {
    for (int step = 0; step < STEPS; step++) {
      clock.advance(STEP);
      AdminApi admin = awaitTheTime();
      Hosts hosts = new Hosts(admin);
      world.allRest();
      world.awake(there(step).stream().map(Human::mac).toList()).wakeAll();
      there(step).forEach(human -> awaitGood(human));
      for (Human human : there(step)) {
        assertEquals(PollOutcome.Ending.EMPTY, human.mac.poll().ending());
        assertEquals(Hosts.ON, hosts.mdm(human.mac));
      }
    }
    humans.forEach(human -> assertNotEquals(human.first, serial(human.mac)));
    assertEquals(MACS, new Hosts(pomona.logIn(Pomona.EMAIL, Pomona.PASSWORD)).count());
    KarafLog.of(pomona.karaf()).assertQuiet();
  }

  private List<Human> there(int step) {
    return humans.stream().filter(human -> human.isThere(step)).toList();
  }

  /** What a session was good for has passed as well. */
  private AdminApi awaitTheTime() {
    Awaitility.await("the server's clock")
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> !now().isBefore(clock.instant().minusSeconds(60)));
    return pomona.logIn(Pomona.EMAIL, Pomona.PASSWORD);
  }

  private Instant now() {
    String date = pomona.api().get("/api/v1/version").headers().firstValue("Date").orElseThrow();
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  /**
   * Nobody who is there is left with an identity that is due; who refuses has a step or two more.
   */
  private void awaitGood(Human human) {
    Duration ahead = human.isMoody ? AHEAD.dividedBy(2) : AHEAD;
    Awaitility.await("an identity good for " + ahead.toDays() + " days of " + human.mac.hardware())
        .atMost(Duration.ofMinutes(1))
        .until(() -> human.end().isAfter(clock.instant().plus(ahead)));
  }
}
