package io.pomona.itests.story;

import org.junit.ClassRule;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** All stories that share one server. */
@RunWith(Suite.class)
@Suite.SuiteClasses({EnrollAMacStory.class, PushAProfileStory.class})
public class StoriesIT {
  @ClassRule public static final Stage STAGE = new Stage();
}
