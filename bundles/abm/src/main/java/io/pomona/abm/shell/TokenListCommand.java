package io.pomona.abm.shell;

import io.pomona.abm.AbmTokens;
import io.pomona.abm.TokenView;
import io.pomona.abm.TokenViews;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:abm-token-list}: the tokens and how their synchronization goes. */
@Service
@Command(
    scope = "mdm",
    name = "abm-token-list",
    description = "Lists the server tokens of Apple Business Manager")
public final class TokenListCommand implements Action {
  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference AbmTokens tokens;
  @Reference TokenViews views;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    access.require(actors.current(), Permission.VIEW_ABM, Optional.empty());
    List<TokenView> all = tokens.list().stream().map(views::of).toList();
    ShellTable table = new ShellTable();
    for (String column :
        List.of(
            "Id",
            "Apple ID",
            "Organization",
            "Server",
            "Renew date",
            "Default team",
            "Macs",
            "Missing",
            "Synchronized",
            "Trouble")) {
      table.column(column);
    }
    all.forEach(token -> add(table, token));
    table.print(System.out, !noFormat);
    if (!noFormat) {
      all.stream()
          .filter(token -> token.trouble() != null)
          .forEach(
              token -> System.out.println(token.serverName() + ": " + token.trouble().message()));
    }
    return null;
  }

  private static void add(ShellTable table, TokenView token) {
    table
        .addRow()
        .addContent(
            token.id(),
            token.appleId(),
            token.orgName(),
            token.serverName(),
            token.renewDate(),
            token.macosTeam().name(),
            token.deviceCount(),
            token.missingCount(),
            token.syncedAt() == null ? "never" : token.syncedAt(),
            token.trouble() == null ? "" : token.trouble().kind());
  }
}
