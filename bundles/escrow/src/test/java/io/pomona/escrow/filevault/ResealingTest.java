package io.pomona.escrow.filevault;

import static org.junit.Assert.assertEquals;

import io.pomona.api.Secret;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class ResealingTest {
  private final EscrowWorld world = new EscrowWorld();

  private List<?> old() {
    EscrowCertificateId current = world.certificates.current().id();
    return world.stores.recoveryKeys().ofOtherGenerations(current, 100);
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
}
