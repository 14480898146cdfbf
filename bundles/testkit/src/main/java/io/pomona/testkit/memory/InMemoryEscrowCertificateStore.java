package io.pomona.testkit.memory;

import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.EscrowCertificateStore;
import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

public final class InMemoryEscrowCertificateStore implements EscrowCertificateStore {
  private final World world;

  public InMemoryEscrowCertificateStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<EscrowCertificate> current() {
    return list().stream().findFirst();
  }

  @Override
  public List<EscrowCertificate> list() {
    synchronized (world) {
      List<EscrowCertificate> newestFirst = new ArrayList<>(world.encryption.certificates);
      Collections.reverse(newestFirst);
      return newestFirst;
    }
  }

  @Override
  public EscrowCertificate add(
      byte[] certificate,
      byte[] sealedKey,
      Optional<EscrowCertificateId> follows,
      List<ActivityDraft> activities,
      Instant now) {
    synchronized (world) {
      Optional<EscrowCertificate> before = current();
      if (before.isPresent() && !before.map(EscrowCertificate::id).equals(follows)) {
        return before.get();
      }
      activities.forEach(activity -> world.write(activity, now));
      world.encryption.certificates.replaceAll(each -> retired(each, now));
      EscrowCertificate made =
          new EscrowCertificate(
              new EscrowCertificateId(world.nextId()),
              certificate,
              sealedKey,
              now,
              Optional.empty());
      world.encryption.certificates.add(made);
      world.hosts.values().stream()
          .filter(row -> world.encryption.enabled.contains(row.team))
          .forEach(row -> row.mark(now));
      return made;
    }
  }

  private static EscrowCertificate retired(EscrowCertificate each, Instant now) {
    return new EscrowCertificate(
        each.id(),
        each.certificate(),
        each.sealedKey(),
        each.createdAt(),
        Optional.of(each.retiredAt().orElse(now)));
  }
}
