package io.pomona.enrollment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.protocol.command.RawCommand;
import io.pomona.protocol.plist.PlistDict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.Test;

/** More than a year of a fleet whose Macs are away, busy and refuse. */
public class YearOfRenewalsTest {
  private static final int MACS = 100;
  private static final int DAYS = 400;
  private static final int AWAY = 90;
  private final EnrollmentWorld world = new EnrollmentWorld();
  private final Random random = new Random(20260105);

  private final class HumanMac extends TestMac {
    private final String first;
    private final int leavesAt;

    HumanMac(int number, boolean leaves) {
      super(YearOfRenewalsTest.this.world, number);
      leavesAt = leaves ? 100 + random.nextInt(DAYS - 100) : Integer.MAX_VALUE;
      enroll();
      first = certificate;
    }

    boolean isThere(int day) {
      return day < leavesAt || day >= leavesAt + AWAY;
    }

    @Override
    PlistDict install(RawCommand command) {
      int mood = random.nextInt(100);
      if (mood < 10) {
        return report("NotNow").with("CommandUUID", command.uuid().orElseThrow());
      }
      return mood < 15 ? error(command) : super.install(command);
    }
  }

  @Test
  public void noMacIsLost() {
    List<HumanMac> macs = new ArrayList<>();
    for (int i = 0; i < MACS; i++) {
      macs.add(new HumanMac(i + 1, i % 5 == 0));
    }
    for (int day = 0; day < DAYS; day++) {
      world.clock.advance(Duration.ofDays(1));
      world.renewal.sweep();
      for (HumanMac mac : macs) {
        if (mac.isThere(day)) {
          mac.drain();
        }
      }
      world.deliverOutcomes();
      assertNotEquals("day " + day, Level.ERROR, world.status.check().get(0).level());
    }
    macs.forEach(mac -> assertNotEquals(mac.first, mac.certificate));
    assertEquals(MACS, world.activities("mdm_enrolled"));
  }
}
