package io.pomona.profiles;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.organization.Actor;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.Commands;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Commands to many Macs: what is the same for several becomes one order, stored once. */
final class CommandBatch {
  /** The owner of all commands of this slice. */
  static final String OWNER = "profiles";

  private static final String LOOK = "to see which profiles the Mac has";

  private record Open(
      CommandBody body, String reason, CommandUuid uuid, List<ChannelId> channels) {}

  private final Map<String, Open> installs = new LinkedHashMap<>();
  private final Map<String, Open> removals = new LinkedHashMap<>();
  private final Map<String, Open> lists = new LinkedHashMap<>();
  private final Instant now;

  CommandBatch(Instant now) {
    this.now = now;
  }

  /** Fetches the bytes unless they are here already. */
  void load(String contentSha256, String name, Supplier<byte[]> content) {
    if (!installs.containsKey(contentSha256)) {
      open(
          installs, contentSha256, "profile " + name, () -> Commands.installProfile(content.get()));
    }
  }

  /** Of a content that was loaded. */
  CommandUuid install(String contentSha256, ChannelId channel) {
    return add(installs.get(contentSha256), channel);
  }

  // What is named otherwise is another team's, whose name is not told to this one.
  CommandUuid remove(String identifier, String name, ChannelId channel) {
    String reason = "profile " + name + " is no longer wanted";
    return add(
        open(removals, identifier + '\n' + name, reason, () -> Commands.removeProfile(identifier)),
        channel);
  }

  CommandUuid list(ChannelId channel) {
    return add(open(lists, "", LOOK, () -> Commands.profileList(true)), channel);
  }

  private static Open open(
      Map<String, Open> all, String key, String reason, Supplier<CommandBody> body) {
    Open known = all.get(key);
    if (known != null) {
      return known;
    }
    Open made = new Open(body.get(), reason, CommandUuid.random(), new ArrayList<>());
    all.put(key, made);
    return made;
  }

  private static CommandUuid add(Open open, ChannelId channel) {
    open.channels.add(channel);
    return open.uuid;
  }

  /** Installs first: a Mac shall not be without a setting in between. */
  List<CommandOrder> orders() {
    return Stream.of(installs, removals, lists)
        .flatMap(kind -> kind.values().stream())
        .filter(open -> !open.channels.isEmpty())
        .map(this::order)
        .toList();
  }

  // Without a deadline: a Mac that was away for months shall still get what it should have.
  private CommandOrder order(Open open) {
    NewCommand command =
        new NewCommand(
            open.uuid,
            open.body.requestType(),
            open.body.encode(open.uuid.value()),
            NewCommand.ROUTINE,
            OWNER,
            Actor.system().name(),
            now,
            Optional.empty());
    return new CommandOrder(command.because(open.reason), open.channels);
  }
}
