package io.pomona.enrollment.migration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.enrollment.Migration;
import io.pomona.api.enrollment.Migration.Reported;
import io.pomona.api.enrollment.MigrationMarks;
import io.pomona.api.enrollment.MigrationState;
import io.pomona.api.enrollment.MigrationStep;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class StepSourceTest {
  private static final Reported NOTHING = new Reported(false, false, false);

  private final Map<MigrationStep, MigrationState> steps = new EnumMap<>(MigrationStep.class);

  public StepSourceTest() {
    for (MigrationStep step : MigrationStep.values()) {
      steps.put(step, MigrationState.DONE);
    }
  }

  private Migration mac(MdmStatus mdm, Reported reported) {
    Host host =
        new Host(
            new HostId(1),
            Optional.empty(),
            new MacFacts("C02P000001", "", "", "", "", ""),
            Optional.empty(),
            mdm,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    return new Migration(
        host, MigrationMarks.NONE, steps, reported, Instant.EPOCH, Optional.empty());
  }

  private StepSource source(MdmStatus mdm, Reported reported, MigrationStep step) {
    return StepSource.of(mac(mdm, reported), step);
  }

  @Test
  public void aMarkIsToldFromAFact() {
    assertEquals(StepSource.MARK, source(MdmStatus.OFF, NOTHING, MigrationStep.LEFT_OLD_MDM));
    assertEquals(StepSource.MAC, source(MdmStatus.ON_MANUAL, NOTHING, MigrationStep.LEFT_OLD_MDM));
    assertEquals(StepSource.APPLE, source(MdmStatus.OFF, NOTHING, MigrationStep.ASSIGNED));
    assertEquals(
        StepSource.MARK, source(MdmStatus.OFF, NOTHING, MigrationStep.ACTIVATION_LOCK_OFF));
    Reported said = new Reported(false, true, false);
    assertEquals(
        StepSource.MAC, source(MdmStatus.ON_MANUAL, said, MigrationStep.ACTIVATION_LOCK_OFF));
  }

  @Test
  public void nobodySaysWhatIsOpenButTheMacThatItsDiskIsNotEncrypted() {
    steps.put(MigrationStep.USER_TOLD, MigrationState.OPEN);
    steps.put(MigrationStep.KEY_ESCROWED, MigrationState.OPEN);
    assertEquals(StepSource.NOBODY, source(MdmStatus.OFF, NOTHING, MigrationStep.USER_TOLD));
    assertEquals(
        StepSource.NOBODY, source(MdmStatus.ON_MANUAL, NOTHING, MigrationStep.KEY_ESCROWED));
    Reported bare = new Reported(false, false, true);
    assertEquals(StepSource.MAC, source(MdmStatus.ON_MANUAL, bare, MigrationStep.KEY_ESCROWED));
    String next = NextStep.of(mac(MdmStatus.ON_MANUAL, bare));
    assertTrue(next, next.contains("its disk is to be encrypted"));
  }

  @Test
  public void whatAppleShowsNoMoreIsToBeLookedAfter() {
    steps.put(MigrationStep.ENROLLED, MigrationState.OPEN);
    String next = NextStep.of(mac(MdmStatus.OFF, new Reported(true, false, false)));
    assertTrue(next, next.contains("Apple does not show it any more"));
  }
}
