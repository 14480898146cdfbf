package io.pomona.testkit.memory;

import io.pomona.api.apns.PushRequestId;
import io.pomona.api.apns.PushRequestStore;
import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

public final class InMemoryPushRequestStore implements PushRequestStore {
  private final World world;
  private final LinkedList<PushRequest> newestFirst = new LinkedList<>();
  private Optional<VendorPair> vendor = Optional.empty();
  private long lastId;

  public InMemoryPushRequestStore(World world) {
    this.world = world;
  }

  @Override
  public List<PushRequest> pending() {
    synchronized (world) {
      return new ArrayList<>(newestFirst);
    }
  }

  @Override
  public PushRequestId save(NewPushRequest request, ActivityDraft activity) {
    synchronized (world) {
      PushRequestId id = new PushRequestId(++lastId);
      newestFirst.addFirst(new PushRequest(id, request, Optional.empty(), Optional.empty()));
      while (newestFirst.size() > MOST) {
        newestFirst.removeLast();
      }
      world.write(activity, request.createdAt());
      return id;
    }
  }

  void deleteUpTo(PushRequestId last) {
    newestFirst.removeIf(request -> request.id().value() <= last.value());
  }

  @Override
  public void sent(PushRequestId id, ActivityDraft activity, Instant now) {
    change(
        id,
        request -> new PushRequest(id, request.content(), Optional.of(now), request.signed()),
        activity,
        now);
  }

  @Override
  public void signed(PushRequestId id, byte[] file, ActivityDraft activity, Instant now) {
    change(
        id,
        request -> new PushRequest(id, request.content(), request.sentAt(), Optional.of(file)),
        activity,
        now);
  }

  private void change(
      PushRequestId id, UnaryOperator<PushRequest> change, ActivityDraft activity, Instant now) {
    synchronized (world) {
      if (newestFirst.stream().anyMatch(request -> request.id().equals(id))) {
        newestFirst.replaceAll(
            request -> request.id().equals(id) ? change.apply(request) : request);
        world.write(activity, now);
      }
    }
  }

  @Override
  public Optional<VendorPair> vendor() {
    synchronized (world) {
      return vendor;
    }
  }

  @Override
  public void saveVendor(VendorPair pair, ActivityDraft activity) {
    synchronized (world) {
      vendor = Optional.of(pair);
      world.write(activity, pair.savedAt());
    }
  }

  @Override
  public void deleteVendor(ActivityDraft activity, Instant now) {
    synchronized (world) {
      if (vendor.isPresent()) {
        vendor = Optional.empty();
        world.write(activity, now);
      }
    }
  }
}
