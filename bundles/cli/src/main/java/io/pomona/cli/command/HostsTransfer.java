package io.pomona.cli.command;

import io.pomona.cli.server.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Into a team or out of all; where to must be said, since both are seldom meant by silence. */
@Command(name = "transfer", description = "Move Macs into a team, or with \"No team\" out of all")
final class HostsTransfer implements Runnable {
  @Mixin private Session session;

  @Option(names = "--team", description = "The name of the team to move to, or \"No team\"")
  private Optional<String> team = Optional.empty();

  @Option(
      names = "--hosts",
      split = ",",
      paramLabel = "HOST",
      description = "UDIDs, serial numbers or names, with commas between")
  private List<String> hosts = List.of();

  @Option(
      names = "--query",
      paramLabel = "TEXT",
      description = "Instead of --hosts: all with this text in a name, serial or UDID")
  private Optional<String> query = Optional.empty();

  @Option(
      names = "--from-team",
      paramLabel = "TEAM",
      description = "Instead of --hosts: all of this team, or of \"No team\"")
  private Optional<String> from = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    String target = team.orElseThrow(() -> unclear("Say where to: --team NAME or \"No team\"."));
    boolean filtered = from.isPresent() || query.filter(text -> !text.isBlank()).isPresent();
    if (filtered != hosts.isEmpty()) {
      throw unclear("Say which Macs: either --hosts, or --query, --from-team or both of these.");
    }
    Server server = session.server();
    Map<String, Object> body = new LinkedHashMap<>();
    long id = TeamOption.scope(server, target);
    body.put("team_id", id == 0 ? null : id);
    String moved = filtered ? matching(server, body) : named(server, body);
    spec.commandLine().getOut().println(moved);
  }

  private String named(Server server, Map<String, Object> body) {
    body.put("hosts", HostNames.ids(server, hosts));
    server.post("/hosts/transfer", body);
    return "Moved " + HostNames.counted(hosts.size()) + ".";
  }

  /** Looks no Mac up, so that it serves as well whoever may move Macs and not see them. */
  private String matching(Server server, Map<String, Object> body) {
    Map<String, Object> filters = new LinkedHashMap<>();
    query.ifPresent(text -> filters.put("query", text));
    from.ifPresent(name -> filters.put("team_id", TeamOption.scope(server, name)));
    body.put("filters", filters);
    server.post("/hosts/transfer/filter", body);
    return "Moved all Macs that match.";
  }

  private ParameterException unclear(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
