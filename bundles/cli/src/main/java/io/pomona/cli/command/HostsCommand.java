package io.pomona.cli.command;

import picocli.CommandLine.Command;

/** What is done with hosts. */
@Command(
    name = "hosts",
    description = "Move Macs between teams, and let Macs in that were refused",
    subcommands = {HostsTransfer.class, HostsAdmit.class})
public final class HostsCommand extends Branch {}
