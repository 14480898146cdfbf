package io.pomona.commands;

import io.pomona.api.commands.CommandRecord;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the feed who saw what was sent to Macs or came back, where a secret may be in it. */
public record ResultViewing(HostStore hosts, ActivityStore activities) {
  /**
   * The answers without those that unlock a Mac whose secrets the person may not see.
   *
   * @param secrets the teams whose Macs' secrets the person may see
   */
  public Map<ChannelId, byte[]> visible(
      List<CommandRecord> shown, Map<ChannelId, byte[]> answers, TeamScope secrets) {
    if (secrets.all() || !Secrecy.isForFew(shown.get(0).requestType())) {
      return answers;
    }
    Set<HostId> allowed =
        hosts.findAll(shown.stream().map(CommandRecord::host).distinct().toList()).stream()
            .filter(host -> secrets.includes(host.team()))
            .map(Host::id)
            .collect(Collectors.toSet());
    Map<ChannelId, byte[]> visible = new LinkedHashMap<>();
    shown.stream()
        .filter(command -> allowed.contains(command.host()))
        .map(CommandRecord::channel)
        .filter(answers::containsKey)
        .forEach(channel -> visible.put(channel, answers.get(channel)));
    return visible;
  }

  /**
   * A page of one command: a row for each team that Macs of it are in, for whom it may concern.
   *
   * @param payload whether what was sent is shown
   * @param answers whether any answer is
   */
  public void tell(
      Actor actor, List<CommandRecord> shown, boolean payload, boolean answers, Instant now) {
    CommandRecord command = shown.get(0);
    boolean secret =
        payload && Secrecy.ofPayload(command.requestType())
            || answers && Secrecy.ofAnswer(command.requestType());
    if (secret) {
      byTeam(shown)
          .forEach((team, some) -> activities.append(row(actor, command, team, some), now));
    }
  }

  private Map<Optional<TeamId>, List<Host>> byTeam(List<CommandRecord> shown) {
    return hosts.findAll(shown.stream().map(CommandRecord::host).distinct().toList()).stream()
        .collect(Collectors.groupingBy(Host::team, LinkedHashMap::new, Collectors.toList()));
  }

  private static ActivityDraft row(
      Actor actor, CommandRecord command, Optional<TeamId> team, List<Host> some) {
    ActivityDraft draft =
        ActivityDraft.of(actor, "viewed_mdm_command_results")
            .with("command_uuid", command.uuid().value())
            .with("request_type", command.requestType());
    ActivityDraft placed = team.map(id -> draft.with("team_id", id.value())).orElse(draft);
    return some.size() == 1 ? of(placed, some.get(0)) : of(placed, some);
  }

  private static ActivityDraft of(ActivityDraft draft, Host host) {
    return draft
        .with("host_id", host.id().value())
        .with("host_serial", host.facts().serialNumber())
        .with("host_display_name", host.displayName());
  }

  private static ActivityDraft of(ActivityDraft draft, List<Host> hosts) {
    return draft
        .with("host_ids", hosts.stream().map(host -> host.id().value()).toList())
        .with("host_display_names", hosts.stream().map(Host::displayName).toList());
  }
}
