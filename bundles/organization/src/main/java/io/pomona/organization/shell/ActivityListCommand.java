package io.pomona.organization.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityFilter;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.ActivityFeed;
import io.pomona.organization.ActivityTerms;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:activity-list}: who did what. */
@Service
@Command(scope = "mdm", name = "activity-list", description = "Lists activities, newest first")
public final class ActivityListCommand implements Action {
  @Option(name = "--type", description = "Only of this type")
  @Completion(ActivityTypeNames.class)
  String type;

  @Option(name = "--actor", description = "Only of this person: id or e-mail address")
  String actor;

  @Option(name = "--host", description = "Only of the host with this number")
  String host;

  @Option(name = "--team", description = "Only of the team with this number")
  String team;

  @Option(name = "--since", description = "From then on, such as 2026-01-05T09:00:00Z")
  String since;

  @Option(name = "--until", description = "Before then")
  String until;

  @Option(name = "--query", description = "Part of a name, an e-mail address or a type")
  String query;

  @Option(name = "--limit", description = "Lines at most")
  int limit = 50;

  @Option(name = "--after", description = "Go on below this Id, the last of the page before")
  long after = 0;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference ActivityFeed feed;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    ActivityFeed.View view = feed.of(actors.current(), filter());
    ShellTable table = new ShellTable();
    for (String column : new String[] {"Time", "Who", "Type", "Details", "Id"}) {
      table.column(column);
    }
    view.page(new PageRequest(after, 0, limit))
        .activities()
        .forEach(activity -> table.addRow().addContent(row(activity)));
    table.print(System.out, !noFormat);
    return null;
  }

  private ActivityFilter filter() {
    Map<String, String> terms = new HashMap<>();
    terms.put("type", type);
    terms.put("actor", actor);
    terms.put("host_id", host);
    terms.put("team_id", team);
    terms.put("since", since);
    terms.put("until", until);
    terms.put("query", query);
    return new ActivityTerms(terms::get).filter();
  }

  private static Object[] row(Activity activity) {
    return new Object[] {
      activity.createdAt(),
      activity.actorName(),
      activity.type(),
      new TreeMap<>(activity.details()),
      activity.id()
    };
  }
}
