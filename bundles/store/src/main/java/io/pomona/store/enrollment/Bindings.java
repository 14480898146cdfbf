package io.pomona.store.enrollment;

import io.pomona.api.enrollment.IdentityBinding;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.peers.Generations;
import io.pomona.store.peers.Peers;
import io.pomona.store.sql.Transactions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose certificate it is, from memory: asked for every message. An entry counts while the
 * certificates of its Mac have not changed since it was read, on any node.
 */
final class Bindings {
  private final Transactions transactions;
  private final Generations generations;
  private final Peers peers;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(IdentityBinding binding, long stamp) {}

  Bindings(Persistence persistence) {
    this.transactions = persistence.transactions();
    this.generations = persistence.memory().bindings();
    this.peers = persistence.peers();
  }

  Optional<IdentityBinding> find(String sha256) {
    Known entry = known.get(sha256);
    if (entry != null
        && generations.isUnchanged(entry.binding.device().device(), entry.stamp)
        && peers.isInTouch()) {
      return Optional.of(entry.binding);
    }
    long stamp = generations.stamp();
    Optional<IdentityBinding> found = load(sha256);
    found.ifPresentOrElse(
        binding -> known.put(sha256, new Known(binding, stamp)), () -> known.remove(sha256));
    return found;
  }

  private Optional<IdentityBinding> load(String sha256) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT c.device, c.is_current, EXISTS (SELECT 1 FROM enrollment_certificate o"
                    + " WHERE o.device = c.device AND o.sha256 <> c.sha256 AND NOT o.is_ended)"
                    + " AS unsettled FROM enrollment_certificate c"
                    + " WHERE c.sha256 = ? AND NOT c.is_ended",
                row ->
                    new IdentityBinding(
                        sha256,
                        ChannelId.device(row.text("device")),
                        row.flag("is_current"),
                        row.flag("unsettled")),
                sha256));
  }
}
