package io.pomona.cli.command;

import picocli.CommandLine.Command;

/** What happens to Macs before the first login. */
@Command(
    name = "setup-experience",
    description = "Say how Macs are set up that enroll automatically",
    subcommands = {SetupShow.class, SetupEula.class, SetupLogin.class, SetupPackage.class})
public final class SetupCommand extends Branch {}
