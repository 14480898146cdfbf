package io.pomona.commands.shell;

import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.commands.NamedCommand;
import io.pomona.commands.ResultViewing;
import io.pomona.protocol.channel.ChannelId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:command-results}: what Macs answered to a command. */
@Service
@Command(
    scope = "mdm",
    name = "command-results",
    description = "Shows what became of a command on each of its Macs, and their answers as XML")
public final class ResultsCommand implements Action {
  private static final int MOST = 1000;
  private static final long MOST_BYTES = 16 << 20;

  @Argument(index = 0, name = "uuid", required = true, description = "The UUID of the command")
  @Completion(CommandUuids.class)
  String uuid;

  @Option(name = "--host", description = "Only of this host: UDID, serial number or name")
  @Completion(HostIdentifiers.class)
  String host;

  @Option(name = "--limit", description = "Macs at most, 1 to " + MOST)
  int limit = 20;

  @Reference CommandHistoryStore history;
  @Reference HostStore hosts;
  @Reference ActivityStore activities;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    if (!access.mayAnywhere(actor, Permission.VIEW_COMMANDS)) {
      access.require(actor, Permission.VIEW_COMMANDS, Optional.empty());
    }
    CommandUuid wanted = NamedCommand.uuid(uuid);
    List<CommandRecord> found =
        host == null
            ? ofAll(actor, wanted)
            : ofOne(wanted, NamedHost.find(hosts, access, actor, Permission.VIEW_COMMANDS, host));
    if (found.isEmpty()) {
      throw NamedCommand.unknown();
    }
    List<CommandRecord> shown = found.subList(0, Math.min(found.size(), limit()));
    ResultViewing viewing = new ResultViewing(hosts, activities);
    Map<ChannelId, byte[]> answers =
        viewing.visible(
            shown,
            history
                .results(wanted, shown.stream().map(CommandRecord::channel).toList(), MOST_BYTES)
                .byChannel(),
            access.scope(actor, Permission.VIEW_DEVICE_SECRETS));
    viewing.tell(actor, shown, false, !answers.isEmpty(), Instant.now());
    shown.forEach(command -> print(command, Optional.ofNullable(answers.get(command.channel()))));
    if (shown.size() < found.size()) {
      System.out.println("There are more Macs; say --limit, or --host.");
    }
    return null;
  }

  /** One more than is shown, to tell whether there are more. */
  private List<CommandRecord> ofAll(Actor actor, CommandUuid wanted) {
    return history.find(
        wanted, access.scope(actor, Permission.VIEW_COMMANDS), Optional.empty(), limit() + 1);
  }

  private List<CommandRecord> ofOne(CommandUuid wanted, Host only) {
    return history.find(wanted, List.of(only.id()));
  }

  private int limit() {
    return Math.min(MOST, Math.max(1, limit));
  }

  private static void print(CommandRecord command, Optional<byte[]> answer) {
    String detail = command.detail().isEmpty() ? "" : ", " + command.detail();
    System.out.println(command.hostName() + ": " + command.state().label() + detail);
    answer.map(ResultsCommand::text).ifPresent(System.out::println);
  }

  /** What a Mac sends must not move the cursor of a terminal. */
  private static String text(byte[] answer) {
    return new String(answer, StandardCharsets.UTF_8)
        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
        .strip();
  }
}
