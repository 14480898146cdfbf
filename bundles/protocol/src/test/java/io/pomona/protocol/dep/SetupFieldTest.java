package io.pomona.protocol.dep;

import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import org.junit.Test;

public class SetupFieldTest {
  /** Activation Lock stays off for Macs that enroll automatically. */
  @Test
  public void noProfileOfAbmSaysAnythingOfActivationLock() {
    assertTrue(
        Arrays.stream(SetupField.values())
            .noneMatch(field -> field.name().contains("ACTIVATION_LOCK")));
  }
}
