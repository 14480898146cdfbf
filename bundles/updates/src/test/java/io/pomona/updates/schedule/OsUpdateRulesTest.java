package io.pomona.updates.schedule;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.protocol.command.OsUpdateAction;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.inventory.AvailableOsUpdate;
import io.pomona.protocol.plist.PlistDict;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class OsUpdateRulesTest {
  private static final AvailableOsUpdate MAJOR =
      new AvailableOsUpdate(
          PlistDict.of().with("ProductKey", "MAJOR").with("IsMajorOSUpdate", true));

  private static List<String> wrong(
      String installed,
      String version,
      String product,
      String action,
      Integer deferrals,
      String priority) {
    OsUpdateWish wish =
        new OsUpdateWish(
            Optional.ofNullable(version),
            Optional.ofNullable(product),
            Optional.ofNullable(action),
            Optional.ofNullable(deferrals),
            Optional.ofNullable(priority));
    OsUpdateRules rules = new OsUpdateRules(OsVersion.parse(installed), List.of(MAJOR));
    MdmException refusal = assertThrows(MdmException.class, () -> rules.check(wish));
    return refusal.fields().stream().map(FieldError::name).toList();
  }

  @Test
  public void whatIsRightIsTaken() {
    OsUpdateWish wish =
        new OsUpdateWish(
            Optional.of("13.6"),
            Optional.empty(),
            Optional.of("InstallLater"),
            Optional.of(3),
            Optional.of("High"));
    assertEquals(
        OsUpdateAction.INSTALL_LATER,
        new OsUpdateRules(OsVersion.parse("13.4"), List.of()).check(wish).installAction());
    OsUpdateWish product =
        new OsUpdateWish(
            Optional.empty(),
            Optional.of("X"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertEquals(
        OsUpdateAction.DEFAULT,
        new OsUpdateRules(Optional.empty(), List.of()).check(product).installAction());
  }

  @Test
  public void oneOfVersionAndProductIsNamed() {
    assertEquals(List.of("version"), wrong("13.4", null, null, null, null, null));
    assertEquals(List.of("version"), wrong("13.4", "13.6", "X", null, null, null));
    assertEquals(List.of("version"), wrong("13.4", "latest", null, null, null, null));
    assertEquals(List.of("version"), wrong("13.4", "13.4", null, null, null, null));
  }

  @Test
  public void olderMacsTakeLess() {
    assertEquals(List.of("version"), wrong("11.7", "11.7.10", null, null, null, null));
    assertEquals(List.of("install_action"), wrong("10.15", null, "X", "DownloadOnly", null, null));
    assertEquals(List.of("max_user_deferrals"), wrong("11.7", null, "X", "InstallLater", 3, null));
    assertEquals(List.of("priority"), wrong("12.2", "12.7", null, null, null, "High"));
  }

  @Test
  public void deferralsAndPriorityHaveTheirRules() {
    assertEquals(
        List.of("max_user_deferrals"), wrong("13.4", "13.6", null, "InstallASAP", 3, null));
    assertEquals(
        List.of("max_user_deferrals"), wrong("13.4", "13.6", null, "InstallLater", -1, null));
    assertEquals(
        List.of("max_user_deferrals", "priority"),
        wrong("13.4", "14.1", null, "InstallLater", 3, "Low"));
    assertEquals(
        List.of("max_user_deferrals", "priority"),
        wrong("13.4", null, "MAJOR", "InstallLater", 3, "Low"));
    assertEquals(List.of("priority"), wrong("13.4", "13.6", null, null, null, "Urgent"));
    assertEquals(
        List.of("install_action", "max_user_deferrals"),
        wrong("13.4", "13.6", null, "Now", 3, null));
  }
}
