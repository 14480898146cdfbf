package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code EscrowCertificateStore} must do. */
public class EscrowCertificateStoreContract extends StoreContract {
  private static final String ROLLED = "rolled_escrow_certificate";

  private EscrowCertificate add(int number, Optional<EscrowCertificateId> follows, Instant now) {
    return stores
        .escrowCertificates()
        .add(
            new byte[] {1, (byte) number},
            new byte[] {2, (byte) number},
            follows,
            List.of(Fixtures.activity(ROLLED)),
            now);
  }

  @Test
  public void aNewerOneTakesItsPlace() {
    assertEquals(Optional.empty(), stores.escrowCertificates().current());
    EscrowCertificate first = add(1, Optional.empty(), T);
    assertArrayEquals(new byte[] {1, 1}, first.certificate());
    assertArrayEquals(new byte[] {2, 1}, first.sealedKey());
    assertEquals(Optional.empty(), first.retiredAt());
    EscrowCertificate second = add(2, Optional.of(first.id()), T.plus(HOUR));
    assertEquals(second.id(), stores.escrowCertificates().current().orElseThrow().id());
    List<EscrowCertificate> all = stores.escrowCertificates().list();
    assertEquals(
        List.of(second.id(), first.id()), all.stream().map(EscrowCertificate::id).toList());
    assertEquals(Optional.of(T.plus(HOUR)), all.get(1).retiredAt());
    assertEquals(T, all.get(1).createdAt());
    assertArrayEquals(new byte[] {2, 1}, all.get(1).sealedKey());
  }

  @Test
  public void ofSeveralNodesOneIsFirst() {
    EscrowCertificate first = add(1, Optional.empty(), T);
    assertEquals(first.id(), add(2, Optional.empty(), T).id());
    EscrowCertificate second = add(3, Optional.of(first.id()), T);
    assertEquals(second.id(), add(4, Optional.of(first.id()), T).id());
    assertEquals(2, stores.escrowCertificates().list().size());
    assertEquals(List.of(ROLLED, ROLLED), activities());
  }

  @Test
  public void manyAtOnceMakeOne() throws Exception {
    Race.of(8, number -> () -> add(number, Optional.empty(), T));
    assertEquals(1, stores.escrowCertificates().list().size());
    assertEquals(List.of(ROLLED), activities());
  }

  @Test
  public void macsThatEncryptAreReconciled() {
    EnrolledMac mac = mac(1);
    settle();
    EscrowCertificate first = add(1, Optional.empty(), T);
    assertEquals(List.of(), settle());
    stores
        .diskEncryptions()
        .put(Optional.empty(), true, Fixtures.activity("enabled_macos_disk_encryption"), T);
    settle();
    add(2, Optional.of(first.id()), T);
    assertEquals(List.of(mac.host()), settle().stream().map(Host::id).toList());
  }

  private List<Host> settle() {
    List<Host> hosts = stores.hostProfiles().leaseDirty(10, T.plus(HOUR), MINUTE);
    stores
        .hostProfiles()
        .save(
            new HostProfileChanges(
                List.of(), List.of(), List.of(), hosts.stream().map(Host::id).toList()),
            T.plus(HOUR));
    return hosts;
  }
}
