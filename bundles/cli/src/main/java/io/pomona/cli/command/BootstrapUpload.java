package io.pomona.cli.command;

import io.pomona.cli.Failure;
import io.pomona.cli.server.Server;

/** Makes a file the bootstrap package of a team, unless it is that already. */
final class BootstrapUpload {
  static final String NONE = "abm.no_bootstrap_package";

  private final Server server;

  BootstrapUpload(Server server) {
    this.server = server;
  }

  /**
   * @param team 0 for no team
   * @return whether it was another one
   */
  boolean send(long team, PackageFile file) {
    if (file.sha256().equals(present(team))) {
      return false;
    }
    server.upload("/bootstrap?team_id=" + team, "package", file.name(), file.path());
    return true;
  }

  private String present(long team) {
    try {
      return server.get("/bootstrap/" + team + "/metadata?for_update=true").path("sha256").asText();
    } catch (Failure refused) {
      if (refused.is(NONE)) {
        return "";
      }
      throw refused;
    }
  }
}
