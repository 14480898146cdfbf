package io.pomona.store.enrollment;

import io.pomona.api.enrollment.BootstrapTokenStore;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Hardening;
import io.pomona.store.sql.Transactions;
import io.pomona.store.sql.Work;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bootstrap tokens; no foreign key, they outlive enrollments and hosts. */
@Component
public final class JpaBootstrapTokenStore implements BootstrapTokenStore {
  private final Transactions transactions;
  private final Hardening hardening;

  @Activate
  public JpaBootstrapTokenStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.hardening = persistence.hardening();
  }

  @Override
  public boolean put(ChannelId device, Optional<byte[]> sealed, long mark, Instant now) {
    return hardening.of(
        () ->
            transactions.in(
                work ->
                    find(work, device)
                        .orElseGet(() -> made(work, device))
                        .take(sealed, mark, now)));
  }

  private static BootstrapTokenEntity made(Work work, ChannelId device) {
    BootstrapTokenEntity entity = BootstrapTokenEntity.of(device.value());
    work.entities().persist(entity);
    return entity;
  }

  @Override
  public Optional<byte[]> get(ChannelId device) {
    return transactions.in(work -> find(work, device).flatMap(BootstrapTokenEntity::sealed));
  }

  private static Optional<BootstrapTokenEntity> find(Work work, ChannelId device) {
    return work.find(BootstrapTokenEntity.class, device.value());
  }
}
