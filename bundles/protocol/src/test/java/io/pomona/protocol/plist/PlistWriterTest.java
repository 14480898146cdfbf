package io.pomona.protocol.plist;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.RandomPlists;
import io.pomona.protocol.SharedFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.Test;

public class PlistWriterTest {

  @Test
  public void writesWhatTheReaderReads() {
    RandomPlists plists = new RandomPlists(20260101);
    for (int i = 0; i < 300; i++) {
      PlistDict dict = plists.dict(4);
      assertEquals(dict, PlistReader.read(PlistWriter.write(dict)));
    }
  }

  @Test
  public void rewritesEveryVectorWithoutLoss() {
    for (Path file : SharedFolder.vectors(name -> name.matches(".*\\.(plist|xml|mobileconfig)"))) {
      PlistDict read = PlistReader.read(SharedFolder.bytes(file));
      assertEquals(file.toString(), read, PlistReader.read(PlistWriter.write(read)));
    }
  }

  @Test
  public void escapesMarkup() {
    String text = written(PlistDict.of().with("a&b", "<c> \r & ]]>"));
    assertTrue(text, text.contains("<key>a&amp;b</key>"));
    assertTrue(text, text.contains("<string>&lt;c&gt; &#13; &amp; ]]&gt;</string>"));
  }

  @Test
  public void writesDatesInSeconds() {
    String text = written(PlistDict.of().with("d", Instant.parse("2026-01-02T03:04:05.678Z")));
    assertTrue(text, text.contains("<date>2026-01-02T03:04:05Z</date>"));
  }

  @Test
  public void refusesCharactersThatXmlCannotCarry() {
    for (String bad :
        List.of("\u0000", "\u0001", "\u001B", "\uFFFE", "\uD83C", "\uDF4E", "\uD83Cx")) {
      PlistDict dict = PlistDict.of().with("k", bad);
      assertThrows(IllegalArgumentException.class, () -> PlistWriter.write(dict));
    }
  }

  private static String written(PlistDict dict) {
    return new String(PlistWriter.write(dict), StandardCharsets.UTF_8);
  }
}
