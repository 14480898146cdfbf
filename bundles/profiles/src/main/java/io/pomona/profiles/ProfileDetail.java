package io.pomona.profiles;

import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandHistoryStore.Sent;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.protocol.channel.ChannelId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says of a profile on a Mac why it failed, or what it waits for. */
@Component(service = ProfileDetail.class)
public final class ProfileDetail {
  private final CommandHistoryStore history;
  private final Clock clock;

  @Activate
  public ProfileDetail(@Reference CommandHistoryStore history) {
    this(history, Clock.systemUTC());
  }

  ProfileDetail(CommandHistoryStore history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  /** Empty text for what is verified. */
  public String of(Host host, HostProfile row) {
    return of(List.of(host), List.of(row)).get(row);
  }

  /** The same for rows of these hosts; what they wait for is read at once. */
  public Map<HostProfile, String> of(Collection<Host> hosts, Collection<HostProfile> rows) {
    Map<HostId, Host> owners = hosts.stream().collect(Collectors.toMap(Host::id, host -> host));
    Map<Sent, CommandRecord> commands = commands(owners, rows.stream());
    Map<HostProfile, String> words = new HashMap<>();
    rows.forEach(row -> words.put(row, words(owners.get(row.host()), row, commands)));
    return words;
  }

  private Map<Sent, CommandRecord> commands(Map<HostId, Host> owners, Stream<HostProfile> rows) {
    List<Sent> sent =
        rows.filter(ProfileDetail::waits)
            .flatMap(row -> sent(owners.get(row.host()), row).stream())
            .toList();
    List<CommandRecord> found = sent.isEmpty() ? List.of() : history.findAll(sent);
    return found.stream()
        .collect(
            Collectors.toMap(
                command -> new Sent(command.uuid(), command.channel()), command -> command));
  }

  private static Optional<Sent> sent(Host host, HostProfile row) {
    return row.command()
        .flatMap(uuid -> host.udid().map(udid -> new Sent(uuid, ChannelId.device(udid))));
  }

  private static boolean waits(HostProfile row) {
    return row.status() == ProfileStatus.PENDING || row.status() == ProfileStatus.VERIFYING;
  }

  private String words(Host host, HostProfile row, Map<Sent, CommandRecord> commands) {
    if (!waits(row)) {
      return row.detail();
    }
    String before = row.detail().isEmpty() ? "" : row.detail() + " ";
    Optional<CommandRecord> command = sent(host, row).map(commands::get);
    return before + waiting(host, row, command);
  }

  private String waiting(Host host, HostProfile row, Optional<CommandRecord> command) {
    WaitsFor reason = WaitsFor.of(row.operation(), row.status(), command.map(CommandRecord::state));
    String name = command.map(it -> "command " + it.uuid().value()).orElse("");
    String since = command.map(it -> ago(it.updatedAt())).orElse("");
    return switch (reason) {
      case SENDING -> "Waits to be sent; last changed " + ago(row.updatedAt()) + ".";
      case SUCCESSORS -> "Waits to be removed until what the Mac should have instead is there.";
      case MAC -> "Waits for the Mac: " + name + " queued " + since + "; " + seen(host);
      case ANSWER ->
          "Waits for the Mac's answer: " + name + " handed out " + since + "; " + seen(host);
      case LATER ->
          "The Mac said NotNow " + since + " and is asked again: " + name + "; " + seen(host);
      case OUTCOME ->
          "Ended " + since + ": " + name + "; noted at the latest by the daily check of all Macs.";
      case LOOKING -> "Acknowledged " + ago(row.updatedAt()) + "; waits to be looked for.";
      case LIST -> "Acknowledged; waits for the Mac's profile list: " + name + "; " + seen(host);
    };
  }

  private String seen(Host host) {
    return host.lastSeenAt()
        .map(at -> "Mac last seen " + ago(at) + ".")
        .orElse("Mac not seen yet.");
  }

  private String ago(Instant time) {
    Duration passed = Duration.between(time, clock.instant());
    if (passed.toMinutes() < 2) {
      return "just now";
    }
    if (passed.toHours() < 2) {
      return passed.toMinutes() + " minutes ago";
    }
    return passed.toDays() < 2 ? passed.toHours() + " hours ago" : passed.toDays() + " days ago";
  }
}
