package io.pomona.escrow.filevault;

import static org.junit.Assert.assertEquals;

import io.pomona.api.Secret;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.SampleKeys;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class ResealingTest {
  private final EscrowWorld world = new EscrowWorld();

  private List<?> old() {
    EscrowCertificateId current = world.certificates.current().id();
    return world.stores.recoveryKeys().ofOlderGenerations(current, Optional.empty(), 100);
  }

  @Test
  public void withoutACertificateThereIsNothingToDo() {
    world.resealing.sweep();
    assertEquals(List.of(), world.certificates.list());
  }

  @Test
  public void aRollOverSealsAllKeysAnew() {
    EnrolledMac mac = world.mac(1);
    world.says(mac, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    world.says(mac, EscrowWorld.closed(world.envelope("none")));
    assertEquals(List.of(), old());
    world.certificates.roll(Fixtures.ADMIN);
    assertEquals(1, old().size());
    world.resealing.sweep();
    assertEquals(List.of(), old());
    assertEquals(Optional.of(Secret.of(EscrowWorld.KEY)), world.current(mac));
    world.resealing.sweep();
    assertEquals(Optional.of(Secret.of(EscrowWorld.KEY)), world.current(mac));
  }

  @Test
  public void oneKeyThatCannotBeOpenedKeepsNoOtherWaiting() {
    EnrolledMac first = world.mac(1);
    EnrolledMac second = world.mac(2);
    EscrowCertificateId old = world.certificates.current().id();
    NewRecoveryKey bad = SampleKeys.sealed(world.stores, first.host(), old, new byte[] {1});
    world.stores.recoveryKeys().add(bad, List.of(), world.clock.instant());
    world.says(second, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    world.certificates.roll(Fixtures.ADMIN);
    assertEquals(2, world.certificates.loads().get(1).keysToReseal());
    world.resealing.sweep();
    world.resealing.sweep();
    assertEquals(1, old().size());
    assertEquals(Optional.of(Secret.of(EscrowWorld.KEY)), world.current(second));
    EscrowCertificates.Load retired = world.certificates.loads().get(1);
    assertEquals(old, retired.certificate().id());
    assertEquals(2, retired.keys());
    assertEquals(1, retired.keysToReseal());
    assertEquals(0, world.certificates.loads().get(0).keys());
    assertEquals(0, world.certificates.loads().get(0).keysToReseal());
  }
}
