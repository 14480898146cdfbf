package io.pomona.cli.command;

import io.pomona.cli.server.Server;
import picocli.CommandLine.Command;

/** The macOS updates of one Mac. */
@Command(
    name = "updates",
    description = "Find, schedule and follow the macOS updates of a Mac",
    subcommands = {
      HostsUpdatesList.class,
      HostsUpdatesScan.class,
      HostsUpdatesSchedule.class,
      HostsUpdatesStatus.class
    })
final class HostsUpdates extends Branch {

  /** Where the API has those of a Mac. */
  static String path(Server server, String host) {
    return "/hosts/" + HostNames.find(server, host).path("id").asLong() + "/os_updates";
  }
}
