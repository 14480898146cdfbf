package io.pomona.profiles;

import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandUuid;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SampleProfiles;
import io.pomona.testkit.SettableClock;
import io.pomona.testkit.StoreSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A Mac that does what it is told, except where a test says otherwise. */
final class TestMac {
  final EnrolledMac mac;
  final Map<String, String> installed = new TreeMap<>();
  final Map<String, byte[]> contents = new TreeMap<>();
  final Set<String> refuses = new HashSet<>();
  final List<String> done = new ArrayList<>();

  /** What was changed on it, such as {@code +org.example.wifi}. */
  final List<String> changes = new ArrayList<>();

  boolean busy;

  private final StoreSet stores;
  private final SettableClock clock;

  TestMac(StoreSet stores, SettableClock clock, EnrolledMac mac) {
    this.stores = stores;
    this.clock = clock;
    this.mac = mac;
  }

  /** Polls until there is nothing more to do. */
  void poll() {
    Optional<byte[]> next = exchange(Reports.idle(mac.channel()));
    while (next.isPresent()) {
      next = exchange(execute(next.get()));
    }
  }

  private Optional<byte[]> exchange(CommandReportEntry entry) {
    clock.advance(Duration.ofMillis(10));
    return stores.commandQueue().exchange(entry, clock.instant());
  }

  /** Does one command and gives what it would report. */
  private CommandReportEntry execute(byte[] plist) {
    String text = new String(plist, StandardCharsets.UTF_8);
    CommandUuid uuid = new CommandUuid(value(text, "CommandUUID"));
    if (busy) {
      return Reports.notNow(mac.channel(), uuid);
    }
    String requestType = value(text, "RequestType");
    done.add(requestType);
    return switch (requestType) {
      case "InstallProfile" -> install(uuid, Base64.getDecoder().decode(value(text, "Payload")));
      case "RemoveProfile" -> remove(uuid, value(text, "Identifier"));
      case "ProfileList" -> Reports.acknowledged(mac.channel(), uuid, "ProfileList", list());
      default -> Reports.formatError(mac.channel(), uuid);
    };
  }

  // Not a parser, which would take most of the time of a thousand stories.
  private static String value(String plist, String key) {
    int from = plist.indexOf('>', plist.indexOf("<key>" + key + "</key>") + key.length() + 11) + 1;
    return plist.substring(from, plist.indexOf('<', from));
  }

  private CommandReportEntry install(CommandUuid uuid, byte[] payload) {
    String text = new String(payload, StandardCharsets.UTF_8);
    String identifier = value(text, "PayloadIdentifier");
    if (refuses.contains(identifier)) {
      return Reports.error(
          mac.channel(), uuid, "CPProfileErrorDomain", 105, "The profile is not acceptable.");
    }
    changes.add("+" + identifier);
    installed.put(identifier, value(text, "PayloadUUID"));
    contents.put(identifier, payload);
    return Reports.acknowledged(mac.channel(), uuid);
  }

  private CommandReportEntry remove(CommandUuid uuid, String identifier) {
    changes.add("-" + identifier);
    contents.remove(identifier);
    return installed.remove(identifier) != null
        ? Reports.acknowledged(mac.channel(), uuid)
        : Reports.error(
            mac.channel(),
            uuid,
            "MDMClientError",
            89,
            "Profile with identifier " + identifier + " not found.");
  }

  private List<PlistDict> list() {
    return installed.entrySet().stream()
        .map(entry -> SampleProfiles.listed(entry.getKey(), entry.getValue()))
        .toList();
  }
}
