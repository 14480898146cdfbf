package io.pomona.protocol.inventory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.command.Commands;
import io.pomona.protocol.command.OsUpdateAction;
import io.pomona.protocol.command.OsUpdateItem;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class OsUpdateAnswersTest {
  private static PlistDict answer(String key, Object... items) {
    return PlistDict.of().with(key, List.of(items));
  }

  @Test
  public void readsAvailableUpdatesAndLeavesOutWhatHasNoKey() {
    List<AvailableOsUpdate> updates =
        AvailableOsUpdate.read(
            answer(
                AvailableOsUpdate.KEY,
                "junk",
                PlistDict.of().with("Version", "1"),
                PlistDict.builder()
                    .put("ProductKey", "P")
                    .put("Version", "14.6")
                    .put("DownloadSize", 5)
                    .put("IsMajorOSUpdate", true)
                    .put("RestartRequired", "yes")
                    .build()));
    assertEquals(1, updates.size());
    assertEquals("P", updates.get(0).productKey());
    assertEquals(Optional.of("14.6"), updates.get(0).version());
    assertEquals(Optional.of(5L), updates.get(0).downloadSize());
    assertTrue(updates.get(0).isMajor());
    assertFalse(updates.get(0).isRestartRequired());
    assertEquals(List.of(), AvailableOsUpdate.read(PlistDict.of()));
  }

  @Test
  public void readsResultsWithApplesReason() {
    PlistDict error =
        PlistDict.builder()
            .put("ErrorDomain", "SU")
            .put("ErrorCode", 8)
            .put("USEnglishDescription", "No space")
            .build();
    PlistDict item =
        PlistDict.builder().put("InstallAction", "Error").put("ErrorChain", List.of(error)).build();
    UpdateResult result = UpdateResult.read(answer(UpdateResult.KEY, item)).get(0);
    assertTrue(result.isError());
    assertEquals("No space (SU 8)", result.reason());
    assertEquals("", result.status());
  }

  @Test
  public void readsProgressWithinItsBounds() {
    for (Object[] each : new Object[][] {{0.5, 50}, {1, 100}, {7.0, 100}, {-1.0, 0}, {"x", 0}}) {
      PlistDict item = PlistDict.of().with("DownloadPercentComplete", each[0]);
      assertEquals(
          each[1], OsUpdateStatus.read(answer(OsUpdateStatus.KEY, item)).get(0).downloadPercent());
    }
  }

  @Test
  public void writesWhatIsToBeInstalledWithoutWhatIsNotSaid() {
    OsUpdateItem item =
        new OsUpdateItem(
            Optional.empty(),
            Optional.of("14.6"),
            OsUpdateAction.INSTALL_LATER,
            Optional.of(2),
            Optional.empty());
    PlistDict command =
        PlistReader.read(Commands.scheduleOsUpdate(item).encode("C-1")).dict("Command").get();
    assertEquals(
        PlistDict.builder()
            .put("ProductVersion", "14.6")
            .put("InstallAction", "InstallLater")
            .put("MaxUserDeferrals", 2)
            .build(),
        command.dicts("Updates").get(0));
    assertEquals(OsUpdateAction.values().length, OsUpdateAction.labels().size());
    assertEquals(Optional.empty(), OsUpdateAction.find("installasap"));
  }
}
