package io.pomona.console;

import static org.junit.Assert.assertEquals;

import java.util.Map;
import org.junit.Test;

public class AcceptEncodingTest {
  private static final Map<String, Boolean> HEADERS =
      Map.ofEntries(
          Map.entry("gzip", true),
          Map.entry("br, GZIP", true),
          Map.entry("gzip;q=0.2, identity", true),
          Map.entry("gzip; q=1.0", true),
          Map.entry("*", true),
          Map.entry("", false),
          Map.entry(",;,", false),
          Map.entry("br, deflate", false),
          Map.entry("identity", false),
          Map.entry("gzipped", false),
          Map.entry("gzip;q=0", false),
          Map.entry("gzip ; q=0.000, *", false),
          Map.entry("*;q=0", false));

  @Test
  public void onlyWhatWasNamedAndNotRefusedIsSent() {
    HEADERS.forEach(
        (header, allowed) -> assertEquals(header, allowed, AcceptEncoding.allows(header, "gzip")));
    assertEquals(false, AcceptEncoding.allows(null, "gzip"));
  }
}
