package io.pomona.abm.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.abm.SetupSettings;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsWish;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** {@code mdm.macos_setup} in a file. */
public class MacosSetupTest {
  private final SettingUp world = new SettingUp();
  private final MacosSetup section =
      new MacosSetup(
          new SetupWishes(world.stores.setupSettings()),
          world.stores.bootstrapPackages(),
          new BootstrapPackages(
              world.stores.bootstrapPackages(),
              world.stores.largeFiles(),
              FakeAccess.allowingAll(),
              1 << 20,
              world.clock));

  private List<String> apply(Map<String, Object> values) {
    SettingsWish wish = new SettingsWish(values, Optional.empty(), false);
    assertEquals(List.of(), section.check(Optional.empty(), wish));
    return section.apply(Fixtures.ADMIN, Optional.empty(), wish).stream()
        .map(SettingsChange::text)
        .toList();
  }

  private List<String> activities() {
    return world.stores.activities().newest(PageRequest.first(10)).stream()
        .map(Activity::type)
        .filter(type -> !type.equals("set_up_organization"))
        .toList();
  }

  @Test
  public void whatIsAppliedIsDescribedAndAppliedAgainChangesNothing() {
    Map<String, Object> wanted =
        Map.of(
            "bootstrap_package",
            "https://example.com/tools.pkg",
            "enable_end_user_authentication",
            true,
            "enable_release_device_manually",
            true);
    assertEquals(3, apply(wanted).size());
    assertEquals(wanted, section.describe(Optional.empty()));
    assertEquals(new SetupSettings(true, true), world.stores.setupSettings().of(Optional.empty()));
    assertEquals(List.of(), apply(wanted));
    assertEquals(List.of(), apply(Map.of()));
    assertEquals(
        List.of("enabled_macos_setup_manual_release", "enabled_macos_setup_end_user_auth"),
        activities());
  }

  private Map<String, Object> exported() {
    return section.export(Fixtures.ADMIN, Optional.empty(), "profiles").values();
  }

  @Test
  public void anExportNamesAPackageOnlyWhereItCanBeFetched() {
    Map<String, Object> switches =
        Map.of("enable_end_user_authentication", false, "enable_release_device_manually", false);
    world.withPackage();
    assertEquals("uploaded by hand", switches, exported());
    apply(Map.of("bootstrap_package", "../lib/tools.pkg"));
    assertEquals("the file is elsewhere", switches, exported());
    assertEquals(List.of(), apply(exported()));
    assertTrue(world.stores.bootstrapPackages().of(Optional.empty()).isPresent());
    apply(Map.of("bootstrap_package", "https://example.com/tools.pkg"));
    assertEquals("https://example.com/tools.pkg", exported().get("bootstrap_package"));
  }

  @Test
  public void aPackageThatAFileHadGoesWithItsLocationAndOneThatItNeverHadStays() {
    world.withPackage();
    assertEquals(List.of(), apply(Map.of("bootstrap_package", "")));
    assertTrue(world.stores.bootstrapPackages().of(Optional.empty()).isPresent());
    apply(Map.of("bootstrap_package", "tools.pkg"));
    assertEquals(List.of("the bootstrap package"), apply(Map.of("bootstrap_package", "")));
    assertEquals(Optional.empty(), world.stores.bootstrapPackages().of(Optional.empty()));
    assertEquals(List.of("deleted_bootstrap_package"), activities());
  }
}
