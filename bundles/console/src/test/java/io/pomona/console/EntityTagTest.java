package io.pomona.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class EntityTagTest {
  private static final String TAG = EntityTag.of(new byte[] {1, 2});

  @Test
  public void theSameBytesHaveTheSameTag() {
    assertEquals(TAG, EntityTag.of(new byte[] {1, 2}));
    assertNotEquals(TAG, EntityTag.of(new byte[] {2, 1}));
  }

  @Test
  public void aBrowserMayNameSeveral() {
    assertTrue(EntityTag.isIn(TAG, TAG));
    assertTrue(EntityTag.isIn("\"old\", W/" + TAG, TAG));
    assertTrue(EntityTag.isIn("*", TAG));
    assertFalse(EntityTag.isIn("\"old\"", TAG));
    assertFalse(EntityTag.isIn("", TAG));
    assertFalse(EntityTag.isIn(null, TAG));
  }
}
