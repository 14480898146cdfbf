package io.pomona.itests.story;

import org.junit.ClassRule;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** All stories that share one server. */
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
  EnrollAutomaticallyStory.class,
  MigrateAnAbmMacStory.class,
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
  AssignToDefaultTeamStory.class,
  RoundTripStory.class,
  LogInByOidcStory.class,
  ConnectAbmStory.class,
  SyncFromAbmStory.class,
  TokenExpiresStory.class,
  LockShowsItsPinStory.class,
  WipeAndReEnrollStory.class,
  FleetctlStory.class,
  FleetctlApplyStory.class,
  ComposeACommandStory.class,
  WhyIsThisMacPendingStory.class,
  ConnectApnsStory.class,
  RenewThePushCertificateStory.class,
  PushOutageStory.class,
  DuplicatesAndDisorderStory.class,
  RenewIdentitiesStory.class,
  RollTheDeviceCaStory.class,
  ScheduleAnUpdateStory.class,
  EscrowAKeyStory.class,
  MigrateAnEncryptedMacStory.class,
  RollTheEscrowCertificateStory.class,
  RotateAfterViewStory.class,
  OpenTheConsoleStory.class,
  SecretsStayInsideStory.class
})
public class StoriesIT {
  private static final int SECRETS = 40;

  @ClassRule public static final Stage STAGE = new Stage(SECRETS);
}
