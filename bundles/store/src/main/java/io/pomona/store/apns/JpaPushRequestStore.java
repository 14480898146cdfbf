package io.pomona.store.apns;

import io.pomona.api.apns.PushRequestId;
import io.pomona.api.apns.PushRequestStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Hardening;
import io.pomona.store.sql.Transactions;
import io.pomona.store.sql.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Requests for push certificates and the vendor certificate. */
@Component
public final class JpaPushRequestStore implements PushRequestStore {
  private final Transactions transactions;
  private final Hardening hardening;

  @Activate
  public JpaPushRequestStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.hardening = persistence.hardening();
  }

  @Override
  public List<PushRequest> pending() {
    return transactions.in(
        work -> newestFirst(work).stream().map(PushRequestEntity::toRequest).toList());
  }

  private static List<PushRequestEntity> newestFirst(Work work) {
    return work.entities()
        .createQuery("SELECT r FROM PushRequest r ORDER BY r.id DESC", PushRequestEntity.class)
        .getResultList();
  }

  @Override
  public PushRequestId save(NewPushRequest request, ActivityDraft activity) {
    return hardened(
        work -> {
          newestFirst(work).stream().skip(MOST - 1).forEach(work.entities()::remove);
          long id = work.nextId("apns_request_seq");
          work.entities().persist(PushRequestEntity.of(id, request));
          Activities.write(work.sql(), activity, request.createdAt());
          return new PushRequestId(id);
        });
  }

  @Override
  public void sent(PushRequestId id, ActivityDraft activity, Instant now) {
    change(id, request -> request.sent(now), activity, now);
  }

  @Override
  public void signed(PushRequestId id, byte[] file, ActivityDraft activity, Instant now) {
    change(id, request -> request.signed(file), activity, now);
  }

  private void change(
      PushRequestId id, Consumer<PushRequestEntity> change, ActivityDraft activity, Instant now) {
    hardened(
        work -> {
          work.find(PushRequestEntity.class, id.value())
              .ifPresent(
                  request -> {
                    change.accept(request);
                    Activities.write(work.sql(), activity, now);
                  });
          return null;
        });
  }

  @Override
  public Optional<VendorPair> vendor() {
    return transactions.in(
        work -> work.find(VendorEntity.class, VendorEntity.ONLY).map(VendorEntity::toPair));
  }

  @Override
  public void saveVendor(VendorPair pair, ActivityDraft activity) {
    hardened(
        work -> {
          VendorEntity entity =
              work.find(VendorEntity.class, VendorEntity.ONLY).orElseGet(VendorEntity::empty);
          entity.take(pair);
          work.entities().persist(entity);
          Activities.write(work.sql(), activity, pair.savedAt());
          return null;
        });
  }

  @Override
  public void deleteVendor(ActivityDraft activity, Instant now) {
    hardened(
        work -> {
          work.find(VendorEntity.class, VendorEntity.ONLY)
              .ifPresent(
                  entity -> {
                    work.entities().remove(entity);
                    Activities.write(work.sql(), activity, now);
                  });
          return null;
        });
  }

  private <T> T hardened(Function<Work, T> change) {
    return hardening.of(() -> transactions.in(change::apply));
  }
}
