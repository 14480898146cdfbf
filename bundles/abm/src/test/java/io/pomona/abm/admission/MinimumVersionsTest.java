package io.pomona.abm.admission;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.organization.SettingsWish;
import io.pomona.protocol.dep.MachineInfo;
import io.pomona.protocol.dep.UpdateFirst;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class MinimumVersionsTest {
  private final Door door = new Door();
  private final MinimumVersionSection section = new MinimumVersionSection(door.versions);

  private static SettingsWish wish(String version) {
    return new SettingsWish(Map.of("minimum_version", version), Optional.empty(), false);
  }

  private int put(String version) {
    assertEquals(List.of(), section.check(Optional.empty(), wish(version)));
    return section.apply(Fixtures.ADMIN, Optional.empty(), wish(version)).size();
  }

  private Optional<UpdateFirst> required(String runs, boolean canUpdate) {
    return door.versions.required(
        Optional.empty(), MachineInfo.read(Door.info("C02", "U", runs, canUpdate)));
  }

  @Test
  public void macsThatCanUpdateFirst() {
    assertEquals(Optional.empty(), required("14.2", true));
    assertEquals(1, put("14.10"));
    assertEquals(Optional.of(new UpdateFirst("14.10")), required("14.9.1", true));
    assertEquals(Optional.empty(), required("14.10", true));
    assertEquals(Optional.empty(), required("26.0", true));
    assertEquals("cannot", Optional.empty(), required("14.2", false));
    assertEquals("does not say", Optional.empty(), required("beta", true));
    assertEquals(Map.of("minimum_version", "14.10"), section.describe(Optional.empty()));
  }

  @Test
  public void theSettingIsAVersionOrNone() {
    for (String odd : List.of("fourteen", "14.x", "14..5", "-1")) {
      assertTrue(section.check(Optional.empty(), wish(odd)).size() == 1);
    }
    assertEquals(1, put("15"));
    assertEquals("nothing changes", 0, put("15"));
    assertEquals(1, put(""));
    assertEquals(2, door.told("edited_macos_setup_min_version").size());
    assertEquals(Map.of("minimum_version", ""), section.describe(Optional.empty()));
    assertEquals(
        List.of(),
        section.apply(
            Fixtures.ADMIN, Optional.empty(), new SettingsWish(Map.of(), Optional.empty(), false)));
  }
}
