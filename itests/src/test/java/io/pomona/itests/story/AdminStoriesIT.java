package io.pomona.itests.story;

import org.junit.ClassRule;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** What admins and Macs do: the stories that share one server, beside {@link AppleStoriesIT}. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
  MdmOffStory.class,
  EnrollAMacStory.class,
  PushAProfileStory.class,
  SetUpAMacStory.class,
  NudgeOnAnOldMacStory.class,
  TransferBetweenTeamsStory.class,
  MyDeviceStory.class,
  EnforceAnUpdateByDeclarationStory.class,
  ImportFromAnotherMdmStory.class,
  NotNowAndBackStory.class,
  ReEnrollStory.class,
  MigrationBoardStory.class,
  WrongIdentityIsRefusedStory.class,
  ScepIsRefusedStory.class,
  BadInputStory.class,
  RoleMatrixStory.class,
  ActivityFeedStory.class,
  WebhooksStory.class,
  ShellStory.class,
  PomonactlStory.class,
  ApplyADirectoryStory.class,
  RoundTripStory.class,
  LogInByOidcStory.class,
  LockShowsItsPinStory.class,
  WipeAndReEnrollStory.class,
  FleetctlStory.class,
  FleetctlApplyStory.class,
  ComposeACommandStory.class,
  WhyIsThisMacPendingStory.class,
  ScheduleAnUpdateStory.class,
  EscrowAKeyStory.class,
  MigrateAnEncryptedMacStory.class,
  RollTheEscrowCertificateStory.class,
  RotateAfterViewStory.class,
  OpenTheConsoleStory.class,
  SecretsStayInsideStory.class
})
public class AdminStoriesIT {
  private static final int SECRETS = 40;

  @ClassRule public static final Stage STAGE = new Stage(SECRETS);
}
