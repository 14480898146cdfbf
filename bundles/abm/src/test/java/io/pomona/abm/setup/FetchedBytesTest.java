package io.pomona.abm.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.abm.FetchedBytes;
import org.junit.Test;

/** A file is whole when each of its bytes was given, in whatever order. */
public class FetchedBytesTest {
  @Test
  public void piecesInAnyOrderBecomeTheWhole() {
    FetchedBytes some = FetchedBytes.none().with(20, 30).with(0, 10).with(5, 5);
    assertEquals("0-10 20-30", some.text());
    assertEquals(some, FetchedBytes.parse(some.text()));
    assertFalse(some.isAll(30));
    FetchedBytes all = some.with(8, 20);
    assertEquals("0-30", all.text());
    assertTrue(all.isAll(30));
    assertFalse(all.isAll(31));
    assertEquals(FetchedBytes.none(), FetchedBytes.parse(""));
  }

  @Test
  public void howManyPiecesAreKeptIsLimited() {
    FetchedBytes many = FetchedBytes.none();
    for (int i = 0; i < 1000; i++) {
      many = many.with(3 * i, 3 * i + 1);
    }
    assertEquals(64, many.spans().size());
    assertTrue(many.with(0, 3000).isAll(3000));
  }
}
