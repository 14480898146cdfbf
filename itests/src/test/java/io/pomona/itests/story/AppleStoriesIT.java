package io.pomona.itests.story;

import org.junit.ClassRule;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/**
 * The stories in which Apple's services fail, certificates and tokens end, and authorities roll
 * over. They wait most of their time, so they have a server of their own beside {@link
 * AdminStoriesIT}.
 */
@RunWith(Suite.class)
@Suite.SuiteClasses({
  EnrollAutomaticallyStory.class,
  MigrateAnAbmMacStory.class,
  AssignToDefaultTeamStory.class,
  ConnectAbmStory.class,
  SyncFromAbmStory.class,
  TokenExpiresStory.class,
  ConnectApnsStory.class,
  RenewThePushCertificateStory.class,
  PushOutageStory.class,
  DuplicatesAndDisorderStory.class,
  RenewIdentitiesStory.class,
  RollTheDeviceCaStory.class
})
public class AppleStoriesIT {
  @ClassRule public static final Stage STAGE = new Stage();
}
