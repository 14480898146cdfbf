package io.pomona.escrow.filevault;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class DiskEncryptionSectionTest {
  private static final String KEY = "enable_disk_encryption";

  private final EscrowWorld world = new EscrowWorld();
  private final DiskEncryptionSection section =
      new DiskEncryptionSection(world.encryption, world.stores.hostProfiles());

  private List<SettingsChange> apply(Optional<TeamId> team, Map<String, Object> values) {
    return section.apply(Fixtures.ADMIN, team, new SettingsWish(values, Optional.empty(), false));
  }

  @Test
  public void whatItDoesIsSaidInWords() {
    assertEquals(Map.of(KEY, false), section.describe(Optional.empty()));
    String on = apply(Optional.empty(), Map.of(KEY, true)).get(0).text();
    assertTrue(on, on.startsWith("disk encryption: on"));
    assertEquals(Map.of(KEY, true), section.describe(Optional.empty()));
    assertEquals(List.of(), apply(Optional.empty(), Map.of(KEY, true)));
    assertEquals(List.of(), apply(Optional.empty(), Map.of()));
    String off = apply(Optional.empty(), Map.of(KEY, false)).get(0).text();
    assertTrue(off, off.contains("recovery keys are kept"));
  }

  private List<FieldError> check(boolean enabled, boolean file, boolean force) {
    Optional<Map<String, byte[]>> files = file ? Optional.of(Map.of()) : Optional.empty();
    return section.check(Optional.empty(), new SettingsWish(Map.of(KEY, enabled), files, force));
  }

  @Test
  public void aFileThatTurnsItOffForMostMacsMustMeanIt() {
    world.installed(world.mac(1));
    world.mac(2);
    assertEquals("it is off already", List.of(), check(false, true, false));
    apply(Optional.empty(), Map.of(KEY, true));
    assertEquals("not more than half", List.of(), check(false, true, false));
    world.installed(world.mac(3));
    FieldError refused = check(false, true, false).get(0);
    assertEquals(KEY, refused.name());
    assertTrue(refused.forceable());
    assertTrue(refused.reason(), refused.reason().contains("off 2 of 3 Macs; say force"));
    assertEquals(List.of(), check(false, true, true));
    assertEquals(List.of(), check(true, true, false));
    assertEquals("a person was asked", List.of(), check(false, false, false));
    String off = apply(Optional.empty(), Map.of(KEY, false)).get(0).text();
    assertTrue(off, off.contains("taken off 2 Macs"));
  }

  @Test
  public void theActivityNamesTheTeam() {
    TeamId team =
        world
            .stores
            .teams()
            .create(
                new NewTeam("Desks", ""),
                world.clock.instant(),
                made -> Fixtures.activity("created_team"))
            .id();
    apply(Optional.of(team), Map.of(KEY, true));
    Activity told = world.stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals("enabled_macos_disk_encryption", told.type());
    assertEquals("Desks", told.details().get("team_name"));
    assertEquals(Map.of(KEY, false), section.describe(Optional.empty()));
  }
}
