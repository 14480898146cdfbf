package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code DiskEncryptionStore} must do. */
public class DiskEncryptionStoreContract extends StoreContract {
  private static final String ENABLED = "enabled_macos_disk_encryption";
  private static final String DISABLED = "disabled_macos_disk_encryption";

  private boolean put(Optional<TeamId> team, boolean enabled) {
    String type = enabled ? ENABLED : DISABLED;
    return stores.diskEncryptions().put(team, enabled, Fixtures.activity(type), T);
  }

  private List<Host> dirty() {
    List<Host> hosts = stores.hostProfiles().leaseDirty(10, T.plus(HOUR), MINUTE);
    stores
        .hostProfiles()
        .save(
            new HostProfileChanges(
                List.of(), List.of(), List.of(), hosts.stream().map(Host::id).toList()),
            T.plus(HOUR));
    return hosts;
  }

  @Test
  public void eachTeamHasItsOwn() {
    Optional<TeamId> team = Optional.of(team("Desks"));
    assertFalse(stores.diskEncryptions().isEnabled(team));
    assertTrue(put(team, true));
    assertTrue(stores.diskEncryptions().isEnabled(team));
    assertFalse(stores.diskEncryptions().isEnabled(Optional.empty()));
    assertTrue(put(Optional.empty(), true));
    assertTrue(put(team, false));
    assertFalse(stores.diskEncryptions().isEnabled(team));
    assertTrue(stores.diskEncryptions().isEnabled(Optional.empty()));
    assertEquals(List.of(DISABLED, ENABLED, ENABLED, "created_team"), activities());
  }

  @Test
  public void whatIsSoAlreadyIsNotWritten() {
    assertFalse(put(Optional.empty(), false));
    assertTrue(put(Optional.empty(), true));
    assertFalse(put(Optional.empty(), true));
    assertEquals(List.of(ENABLED), activities());
  }

  @Test
  public void itsMacsAreReconciled() {
    EnrolledMac inTeam = mac(1);
    mac(2);
    TeamId team = team("Desks");
    stores
        .hosts()
        .transfer(List.of(inTeam.host()), Optional.of(team), T, move -> move.by(Fixtures.ADMIN));
    dirty();
    put(Optional.of(team), true);
    assertEquals(List.of(inTeam.host()), dirty().stream().map(Host::id).toList());
    put(Optional.of(team), true);
    assertEquals(List.of(), dirty());
  }

  @Test
  public void itEndsWithItsTeam() {
    TeamId team = team("Desks");
    put(Optional.of(team), true);
    deleteTeam(team);
    assertFalse(stores.diskEncryptions().isEnabled(Optional.of(team)));
    assertFails(MdmException.Kind.NOT_FOUND, () -> put(Optional.of(team), true));
  }
}
