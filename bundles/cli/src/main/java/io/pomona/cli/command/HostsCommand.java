package io.pomona.cli.command;

import picocli.CommandLine.Command;

/** What is done with hosts. */
@Command(name = "hosts", description = "Move Macs between teams", subcommands = HostsTransfer.class)
public final class HostsCommand extends Branch {}
