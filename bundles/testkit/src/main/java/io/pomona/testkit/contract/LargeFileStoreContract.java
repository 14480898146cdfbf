package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.LargeFileStore;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.SampleSetups;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code LargeFileStore} must do. */
public class LargeFileStoreContract extends StoreContract {
  private LargeFileId file() {
    LargeFileId file = stores.largeFiles().begin(T);
    stores.largeFiles().append(file, 0, new byte[] {1, 2});
    return file;
  }

  @Test
  public void partsComeBackAsTheyWereStored() {
    byte[] whole = new byte[LargeFileStore.PART];
    Arrays.fill(whole, (byte) 7);
    LargeFileId one = file();
    LargeFileId other = file();
    assertNotEquals(one, other);
    stores.largeFiles().append(one, 1, whole);
    assertArrayEquals(new byte[] {1, 2}, stores.largeFiles().part(one, 0).orElseThrow());
    assertArrayEquals(whole, stores.largeFiles().part(one, 1).orElseThrow());
    assertEquals(Optional.empty(), stores.largeFiles().part(one, 2));
    assertEquals(Optional.empty(), stores.largeFiles().part(other, 1));
  }

  @Test
  public void whatNobodyNeedsIsForgotten() {
    LargeFileId lost = file();
    BootstrapPackage kept = SampleSetups.bootstrap(Optional.empty(), file(), "kept");
    stores.bootstrapPackages().put(kept, List.of());
    assertEquals(0, stores.largeFiles().forget(T, T, 10));
    assertEquals(1, stores.largeFiles().forget(T.plus(MINUTE), T.plus(MINUTE), 10));
    assertEquals(Optional.empty(), stores.largeFiles().part(lost, 0));
    assertEquals(true, stores.largeFiles().part(kept.file(), 0).isPresent());
  }

  @Test
  public void aMacThatIsFetchingAPackageThatWasReplacedMayGoOn() {
    EnrolledMac mac = mac(1);
    LargeFileId file = file();
    stores
        .macSetups()
        .begin(SampleSetups.of(mac, T).withDownload(SampleSetups.download(file)), List.of(), T);
    assertEquals(0, stores.largeFiles().forget(T.plus(MINUTE), T.plus(MINUTE), 10));
    stores
        .macSetups()
        .save(
            stores
                .macSetups()
                .byDownload(Fixtures.hash("download"))
                .orElseThrow()
                .withBootstrap(SampleSetups.step(SetupStepStatus.DONE)),
            SampleSetups.NOTHING,
            T);
    assertEquals(0, stores.largeFiles().forget(T.plus(MINUTE), T, 10));
    assertEquals(1, stores.largeFiles().forget(T.plus(MINUTE), T.plus(MINUTE), 10));
  }

  @Test
  public void whatWasRefusedIsDeletedButNoPackage() {
    LargeFileId refused = file();
    BootstrapPackage kept = SampleSetups.bootstrap(Optional.empty(), file(), "kept");
    stores.bootstrapPackages().put(kept, List.of());
    stores.largeFiles().delete(refused);
    stores.largeFiles().delete(kept.file());
    assertEquals(Optional.empty(), stores.largeFiles().part(refused, 0));
    assertEquals(true, stores.largeFiles().part(kept.file(), 0).isPresent());
  }
}
