package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.pki.KeyMaterial;
import io.pomona.api.pki.KeyMaterialStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

public final class InMemoryKeyMaterialStore implements KeyMaterialStore {
  private final World world;

  public InMemoryKeyMaterialStore(World world) {
    this.world = world;
  }

  @Override
  public List<KeyMaterial> list(String purpose) {
    synchronized (world) {
      return world.pki.keys.stream()
          .filter(key -> key.purpose().equals(purpose))
          .sorted(Comparator.comparing(KeyMaterial::createdAt).reversed())
          .toList();
    }
  }

  @Override
  public KeyMaterial createFirst(KeyMaterial material, Optional<ActivityDraft> activity) {
    synchronized (world) {
      Optional<KeyMaterial> active =
          world.pki.keys.stream()
              .filter(key -> key.purpose().equals(material.purpose()) && key.active())
              .findFirst();
      if (active.isEmpty()) {
        add(material, activity);
      }
      return active.orElse(withActive(material, true));
    }
  }

  @Override
  public void roll(KeyMaterial material, Optional<ActivityDraft> activity) {
    synchronized (world) {
      world.pki.keys.replaceAll(
          key -> key.purpose().equals(material.purpose()) ? withActive(key, false) : key);
      add(material, activity);
    }
  }

  private void add(KeyMaterial material, Optional<ActivityDraft> activity) {
    world.pki.keys.add(withActive(material, true));
    activity.ifPresent(draft -> world.write(draft, material.createdAt()));
  }

  @Override
  public void retire(String id) {
    synchronized (world) {
      if (world.pki.keys.stream().anyMatch(key -> key.id().equals(id) && key.active())) {
        throw MdmException.conflict(
            "pki.key_active", "The key is in use. Roll it over before you retire it.");
      }
      world.pki.keys.removeIf(key -> key.id().equals(id));
    }
  }

  private static KeyMaterial withActive(KeyMaterial key, boolean active) {
    return new KeyMaterial(
        key.id(),
        key.purpose(),
        key.sealedKey(),
        key.chain(),
        key.createdAt(),
        key.notAfter(),
        active);
  }
}
