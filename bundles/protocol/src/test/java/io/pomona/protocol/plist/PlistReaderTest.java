package io.pomona.protocol.plist;

import static io.pomona.protocol.PlistText.HEAD;
import static io.pomona.protocol.PlistText.dict;
import static io.pomona.protocol.PlistText.utf8;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.NSDictionary;
import io.pomona.protocol.SharedFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class PlistReaderTest {

  @Test
  public void readsEveryType() {
    PlistDict read =
        PlistReader.read(
            dict(
                "<key>s</key><string>a&lt;b &#233;<![CDATA[<c>]]></string>"
                    + "<key>i</key><integer>-42</integer><key>r</key><real>1.5</real>"
                    + "<key>t</key><true/><key>f</key><false/>"
                    + "<key>d</key><data> AQ\n ID </data>"
                    + "<key>w</key><date>2022-09-09T08:38:04Z</date>"
                    + "<key>a</key><array><string>x</string><dict/></array>"));
    assertEquals(Optional.of("a<b é<c>"), read.string("s"));
    assertEquals(Optional.of(-42L), read.integer("i"));
    assertEquals(Optional.of(1.5), read.real("r"));
    assertEquals(Optional.of(true), read.bool("t"));
    assertEquals(Optional.of(false), read.bool("f"));
    assertArrayEquals(new byte[] {1, 2, 3}, read.data("d").get());
    assertEquals(Optional.of(Instant.parse("2022-09-09T08:38:04Z")), read.date("w"));
    assertEquals(List.of("x", PlistDict.of()), read.array("a"));
  }

  @Test
  public void readsBinary() throws Exception {
    NSDictionary dict = new NSDictionary();
    dict.put("UDID", "U-1");
    dict.put("Count", 3);
    byte[] binary = BinaryPropertyListWriter.writeToArray(dict);
    assertTrue(PlistReader.isBinary(binary));
    assertEquals(PlistDict.of().with("UDID", "U-1").with("Count", 3), PlistReader.read(binary));
  }

  @Test
  public void acceptsByteOrderMarkAndLeadingSpace() {
    byte[] plain = dict("<key>k</key><string>é</string>");
    String text = new String(plain, StandardCharsets.UTF_8);
    PlistDict expected = PlistDict.of().with("k", "é");
    assertEquals(expected, PlistReader.read(utf8("\uFEFF" + text)));
    assertEquals(expected, PlistReader.read(utf8(" \r\n\t" + text)));
    String utf16 = text.replace("UTF-8", "UTF-16");
    assertEquals(expected, PlistReader.read(utf16.getBytes(StandardCharsets.UTF_16)));
  }

  @Test
  public void readsEveryVector() {
    List<Path> files = SharedFolder.vectors(name -> name.matches(".*\\.(plist|xml|mobileconfig)"));
    assertTrue(files.size() > 20);
    for (Path file : files) {
      assertFalse(file.toString(), PlistReader.read(SharedFolder.bytes(file)).keys().isEmpty());
    }
  }

  @Test
  public void refusesWhatIsNoPropertyList() {
    for (String text :
        List.of("", " ", "x", "{ a = b; }", "{", "<", "<plist>", "<?xml", "bplist", "bplist00")) {
      assertRefused(utf8(text));
    }
    assertRefused(utf8(HEAD + "<plist><array/></plist>"));
    assertRefused(utf8(HEAD + "<plist><dict><key>a</key></dict></plist>"));
    assertRefused(utf8(HEAD + "<html/>"));
  }

  @Test
  public void refusesOtherEncodings() {
    assertRefused(utf8("<?xml version='1.0' encoding='UTF-7'?><plist><dict/></plist>"));
  }

  private static void assertRefused(byte[] bytes) {
    assertThrows(MalformedPlistException.class, () -> PlistReader.read(bytes));
  }
}
