package io.pomona.cli.command;

import picocli.CommandLine.Command;

/** Lists and shows. */
@Command(
    name = "get",
    description = "List and show what the server knows",
    subcommands = {
      GetHosts.class,
      GetTeams.class,
      GetConfig.class,
      GetUsers.class,
      GetProfiles.class,
      GetDeclarations.class,
      GetCommands.class,
      GetCommandResults.class,
      GetTimeline.class,
      GetActivities.class,
      GetRecoveryKey.class,
      GetRecoveryKeys.class,
      GetAbmAssignments.class,
      GetAdmissions.class,
      GetMacosUpdates.class,
      GetBypassCode.class,
      GetMdmApple.class,
      GetMdmAppleBm.class
    })
public final class GetCommand extends Branch {}
