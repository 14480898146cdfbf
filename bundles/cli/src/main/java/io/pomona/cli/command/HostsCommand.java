package io.pomona.cli.command;

import picocli.CommandLine.Command;

/** What is done with hosts. */
@Command(
    name = "hosts",
    description =
        "Move Macs between teams, let them in, let them go on in Setup Assistant, have their profile"
            + " assigned at Apple once more, have them make new recovery keys, lock recoveryOS, install macOS updates",
    subcommands = {
      HostsTransfer.class,
      HostsAdmit.class,
      HostsRelease.class,
      HostsAssign.class,
      HostsRotateKey.class,
      HostsRecoveryLock.class,
      HostsUpdates.class
    })
public final class HostsCommand extends Branch {}
