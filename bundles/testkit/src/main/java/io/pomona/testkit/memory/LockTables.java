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
  private final Map<CommandUuid, byte[]> sealed = new HashMap<>();

  private final Map<CommandUuid, String> udids = new HashMap<>();

  void keep(CommandUuid uuid, String udid, byte[] secret) {
    sealed.put(uuid, secret.clone());
    udids.put(uuid, udid);
  }

  String udid(CommandUuid uuid) {
    return udids.getOrDefault(uuid, "");
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
      if (!world.isEnabled(channel)) {
        throw MdmException.conflict(
            "escrow.mdm_off", "MDM is off for this host; it takes no commands.");
      }
    }
  }
}
