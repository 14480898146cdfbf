package io.pomona.http.download;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import org.junit.Test;

/** What a Range header asks for, of ten bytes. */
public class RangeHeaderTest {
  private static String of(String header) {
    return RangeHeader.read(Optional.ofNullable(header), 10)
        .map(range -> range.first() + "-" + range.last())
        .orElse("none");
  }

  @Test
  public void onePieceIsGiven() {
    assertEquals("2-4", of("bytes=2-4"));
    assertEquals("2-9", of("bytes=2-"));
    assertEquals("2-9", of("bytes=2-99"));
    assertEquals("7-9", of("bytes=-3"));
    assertEquals("0-9", of("bytes=-99"));
    assertEquals("9-9", of(" bytes=9-9 "));
  }

  @Test
  public void whatIsNotThereIsNotGiven() {
    assertEquals("none", of("bytes=10-"));
    assertEquals("none", of("bytes=5-4"));
    assertEquals("none", of("bytes=-0"));
  }

  @Test
  public void whatIsNotUnderstoodIsEverything() {
    assertEquals("0-9", of(null));
    assertEquals("0-9", of(""));
    assertEquals("0-9", of("bytes=-"));
    assertEquals("0-9", of("bytes=1-2,4-5"));
    assertEquals("0-9", of("lines=1-2"));
    assertEquals("0-9", of("bytes=1-99999999999999999999"));
  }
}
