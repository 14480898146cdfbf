package io.pomona.organization.apply;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.SettingsExport;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.organization.settings.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * All settings that a person may see, as files: applied again they change nothing. Two servers with
 * the same settings give the same files.
 */
@Component(service = SpecExport.class)
public final class SpecExport {
  private final Settings settings;
  private final TeamStore teams;
  private final Access access;

  @Activate
  public SpecExport(
      @Reference Settings settings, @Reference TeamStore teams, @Reference Access access) {
    this.settings = settings;
    this.teams = teams;
    this.access = access;
  }

  /** One file for the organization and what is in no team, and one for each team. */
  public List<SpecFile> files(Actor actor) {
    List<SpecFile> files = new ArrayList<>();
    Map<String, byte[]> attachments = new LinkedHashMap<>();
    Map<String, Object> tree = tree(actor, Optional.empty(), "profiles", attachments);
    files.add(new SpecFile("default.yml", SpecWriter.write(ConfigKind.NAME, tree), attachments));
    Set<String> taken = new HashSet<>();
    for (Team team : visible(actor)) {
      files.add(team(actor, team, fileName(team, taken)));
    }
    return files;
  }

  private List<Team> visible(Actor actor) {
    return teams.list(
        "", access.scope(actor, Permission.VIEW_TEAMS), PageRequest.first(PageRequest.MOST));
  }

  private SpecFile team(Actor actor, Team team, String name) {
    Map<String, byte[]> attachments = new LinkedHashMap<>();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", team.name());
    tree.putAll(tree(actor, Optional.of(team.id()), name, attachments));
    return new SpecFile(
        "teams/" + name + ".yml",
        SpecWriter.write(TeamKind.NAME, Map.of(TeamKind.NAME, tree)),
        attachments);
  }

  private Map<String, Object> tree(
      Actor actor, Optional<TeamId> scope, String folder, Map<String, byte[]> attachments) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (SettingsSection section : settings.visible(actor, scope)) {
      SettingsExport export = section.export(actor, scope, folder);
      attachments.putAll(export.files());
      if (!export.values().isEmpty()) {
        SpecWriter.put(tree, section.path(), export.values());
      }
    }
    return tree;
  }

  /** The name as far as every file system takes it; a number where two would be the same. */
  private static String fileName(Team team, Set<String> taken) {
    String plain = team.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String name = plain.replaceAll("^-|-$", "");
    String wanted = name.isEmpty() ? "team" : name;
    for (int number = 2; !taken.add(wanted); number++) {
      wanted = (name.isEmpty() ? "team" : name) + "-" + number;
    }
    return wanted;
  }
}
