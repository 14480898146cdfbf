package io.pomona.testkit.memory;

import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.LargeFileStore;
import io.pomona.testkit.memory.SetupTables.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class InMemoryLargeFileStore implements LargeFileStore {
  private final World world;

  public InMemoryLargeFileStore(World world) {
    this.world = world;
  }

  @Override
  public LargeFileId begin(Instant now) {
    synchronized (world) {
      long id = world.nextId();
      world.setup.files.put(id, now);
      return new LargeFileId(id);
    }
  }

  @Override
  public void append(LargeFileId file, int place, byte[] part) {
    synchronized (world) {
      world.setup.parts.put(new Part(file, place), part.clone());
    }
  }

  @Override
  public Optional<byte[]> part(LargeFileId file, int place) {
    synchronized (world) {
      return Optional.ofNullable(world.setup.parts.get(new Part(file, place))).map(byte[]::clone);
    }
  }

  @Override
  public int forget(Instant begunBefore, Instant enrolledSince, int limit) {
    synchronized (world) {
      List<LargeFileId> gone =
          world.setup.files.entrySet().stream()
              .filter(entry -> entry.getValue().isBefore(begunBefore))
              .map(entry -> new LargeFileId(entry.getKey()))
              .filter(
                  file ->
                      !isPackage(file)
                          && !isFetched(file, enrolledSince)
                          && !isNudge(file, begunBefore))
              .limit(limit)
              .toList();
      gone.forEach(file -> world.setup.files.remove(file.value()));
      world.setup.parts.keySet().removeIf(part -> gone.contains(part.file()));
      return gone.size();
    }
  }

  @Override
  public void delete(LargeFileId file) {
    synchronized (world) {
      if (!isPackage(file)) {
        world.setup.files.remove(file.value());
        world.setup.parts.keySet().removeIf(part -> part.file().equals(file));
      }
    }
  }

  private boolean isPackage(LargeFileId file) {
    return world.setup.packages.values().stream().anyMatch(each -> each.file().equals(file))
        || world.updates.nudge.filter(each -> each.file().equals(file)).isPresent();
  }

  private boolean isNudge(LargeFileId file, Instant begunBefore) {
    return world.updates.installs.values().stream()
        .anyMatch(
            row -> row.download().file().equals(file) && row.expiresAt().isAfter(begunBefore));
  }

  private boolean isFetched(LargeFileId file, Instant enrolledSince) {
    return world.setup.setups.values().stream()
        .filter(
            setup -> setup.bootstrap().isPending() || !setup.enrolledAt().isBefore(enrolledSince))
        .flatMap(setup -> setup.download().stream())
        .anyMatch(download -> download.file().equals(file));
  }
}
