package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.BypassCode;
import io.pomona.api.escrow.BypassFetch;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.escrow.RecoveryLock;
import io.pomona.api.organization.TeamScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What unlocks Macs, each by the command that it came with, oldest first. */
final class LockTables {
  final Map<CommandUuid, HostLock> locks = new LinkedHashMap<>();
  final Map<CommandUuid, RecoveryLock> recoveryLocks = new LinkedHashMap<>();
  final Map<CommandUuid, BypassCode> codes = new LinkedHashMap<>();
  final Map<HostId, BypassFetch> fetches = new HashMap<>();
  final Map<CommandUuid, Heard> heard = new HashMap<>();
  private final Map<CommandUuid, byte[]> sealed = new HashMap<>();

  private final Map<CommandUuid, String> udids = new HashMap<>();

  void keep(CommandUuid uuid, String udid, byte[] secret) {
    sealed.put(uuid, secret.clone());
    udids.put(uuid, udid);
  }

  String udid(CommandUuid uuid) {
    return udids.getOrDefault(uuid, "");
  }

  /** At how many looks the Mac had been heard of anew since it took. */
  record Heard(Instant tookAt, Optional<Instant> lastSeen, int looks) {
    Heard at(Instant seen, boolean counts) {
      boolean anew = lastSeen.filter(before -> before.isBefore(seen)).isPresent();
      boolean later = anew || lastSeen.isEmpty();
      return new Heard(
          tookAt, later ? Optional.of(seen) : lastSeen, looks + (anew && counts ? 1 : 0));
    }
  }

  /** What is kept of one Mac. */
  record Mac(HostId host, String serial, String udid) {}

  boolean isOf(Mac mac, CommandUuid uuid, HostId host, String serial) {
    boolean before =
        !serial.isEmpty() && serial.equals(mac.serial()) && mac.udid().equals(udids.get(uuid));
    return host.equals(mac.host()) || before;
  }

  Optional<byte[]> sealed(CommandUuid uuid) {
    return Optional.ofNullable(sealed.get(uuid)).map(byte[]::clone);
  }

  static <T> Stream<T> newestFirst(Map<CommandUuid, T> table, Predicate<T> wanted) {
    List<T> rows = new ArrayList<>();
    table.values().stream().filter(wanted).forEach(row -> rows.add(0, row));
    return rows.stream();
  }

  /** Before the first change: all that can keep the command from being queued. */
  static void check(World world, CommandOrder order, TeamScope within) {
    world.requireUnused(List.of(order));
    for (var channel : order.channels()) {
      if (!world.hostOf(channel).map(host -> within.includes(host.team)).orElse(true)) {
        throw MdmException.notFound("commands.unknown_host", "One of the hosts does not exist.");
      }
    }
    requireEnabled(world, List.of(order));
  }

  static void requireEnabled(World world, List<CommandOrder> orders) {
    if (!orders.stream().flatMap(order -> order.channels().stream()).allMatch(world::isEnabled)) {
      throw MdmException.conflict(
          "escrow.mdm_off", "MDM is off for this host; it takes no commands.");
    }
  }
}
