package io.pomona.organization.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.testkit.InMemoryStoreSet;
import org.junit.Test;

public class ActivityResourceTest {
  private final ActivityResource resource =
      new ActivityResource(new InMemoryStoreSet().activities());

  @Test
  public void aPageBeyondAllPagesIsRefused() {
    for (int page : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1}) {
      MdmException refused = assertThrows(MdmException.class, () -> resource.list(0, page, 100));
      assertEquals(MdmException.Kind.INVALID, refused.kind());
    }
  }

  @Test
  public void anEmptyFeedHasAnEmptyPage() {
    assertEquals(0, resource.list(0, 0, 100).activities().size());
  }
}
