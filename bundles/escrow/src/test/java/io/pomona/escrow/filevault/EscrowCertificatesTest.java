package io.pomona.escrow.filevault;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import io.pomona.api.PageRequest;
import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ExpirySource.Expiring;
import io.pomona.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class EscrowCertificatesTest {
  private final EscrowWorld world = new EscrowWorld();

  private List<Activity> activities() {
    return world.stores.activities().newest(PageRequest.first(10));
  }

  @Test
  public void theFirstIsMadeWhenItIsNeededAndIsNoNews() {
    EscrowCertificate first = world.certificates.current();
    assertEquals(first.id(), world.certificates.current().id());
    assertEquals(1, world.certificates.list().size());
    assertEquals(List.of(), activities());
  }

  @Test
  public void aRollOverTellsWhichItReplaced() {
    EscrowCertificate first = world.certificates.current();
    EscrowCertificate second = world.certificates.roll(Fixtures.ADMIN);
    assertFalse(first.id().equals(second.id()));
    Activity told = activities().get(0);
    assertEquals("rolled_escrow_certificate", told.type());
    assertEquals(Fixtures.ADMIN.name(), told.actorName());
    assertEquals(
        CertificateFacts.of(second.certificate()).serialNumber(),
        told.details().get("serial_number"));
    assertEquals(
        CertificateFacts.of(first.certificate()).serialNumber(),
        told.details().get("previous_serial_number"));
    assertEquals(Optional.of(world.clock.instant()), world.certificates.list().get(1).retiredAt());
  }

  @Test
  public void itLastsForYearsAndItsEndIsSeenComing() {
    EscrowExpiry expiry = new EscrowExpiry(world.stores.escrowCertificates());
    assertEquals(List.of(), expiry.expiring());
    EscrowCertificate current = world.certificates.current();
    Expiring line = expiry.expiring().get(0);
    CertificateFacts facts = CertificateFacts.of(current.certificate());
    assertEquals(facts.notAfter(), line.notAfter());
    assertEquals(3653, Duration.between(facts.notBefore(), facts.notAfter()).toDays());
  }
}
