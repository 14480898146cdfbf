package io.pomona.protocol.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.PlistText;
import io.pomona.protocol.SharedFolder;
import io.pomona.protocol.plist.PlistReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

/**
 * The fast reader and the full one must never tell two stories about the same bytes: what the check
 * of the head saw is what the rest of the server acts on.
 */
public class TwoReadersTest {
  private static final int MUTANTS = 400;
  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "&",
          ";",
          "/",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<key>",
          "</dict>",
          "\r",
          "&#65;",
          "<dict>",
          "\u00E9",
          "\"",
          "<?x",
          "?>",
          "<string/>",
          "<true/>",
          "<key/>");

  @Test
  public void agreeOnEveryRealReport() {
    int reports = 0;
    for (byte[] file : files()) {
      Optional<CommandReport> full = full(file);
      assertEquals(full, fast(file));
      reports += full.isPresent() ? 1 : 0;
    }
    assertTrue(reports > 9);
  }

  @Test
  public void agreeOnMutants() {
    List<byte[]> seeds = new ArrayList<>(files());
    assertMutantsAgree(seeds);
  }

  @Test
  public void agreeOnMutantsOfAHandWrittenReport() {
    assertMutantsAgree(
        List.of(
            PlistText.dict(
                "<key>Status</key><string>Error</string><key>UDID</key><string>U-1</string>"
                    + "<key>CommandUUID</key><string>C-1</string><key>ErrorChain</key><array>"
                    + "<dict><key>ErrorCode</key><integer>97</integer><key>ErrorDomain</key>"
                    + "<string>D</string><key>LocalizedDescription</key><string>a &lt; b</string>"
                    + "</dict></array><key>X</key><dict><key>Status</key><string>Idle</string>"
                    + "</dict><key>RequestType</key><string>RemoveProfile</string>")));
  }

  private static void assertMutantsAgree(List<byte[]> seeds) {
    Random random = new Random(42);
    int accepted = 0;
    for (int i = 0; i < MUTANTS; i++) {
      for (byte[] seed : seeds) {
        byte[] mutant = mutate(seed, random);
        Optional<CommandReport> fast = fast(mutant);
        Optional<CommandReport> full = full(mutant);
        if (fast.isPresent() && full.isPresent()) {
          assertEquals(new String(mutant, StandardCharsets.UTF_8), full, fast);
          accepted++;
        }
      }
    }
    assertTrue("mutants read by both: " + accepted, accepted > MUTANTS / 8);
  }

  private static byte[] mutate(byte[] seed, Random random) {
    String text = new String(seed, StandardCharsets.UTF_8);
    int at = random.nextInt(text.length());
    int to = Math.min(text.length(), at + random.nextInt(6));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    String mutant =
        switch (random.nextInt(4)) {
          case 0 -> text.substring(0, at) + text.substring(to);
          case 1 -> text.substring(0, at) + piece + text.substring(at);
          case 2 -> text.substring(0, at) + piece + text.substring(to);
          default -> text.substring(0, at) + text.substring(at, to).repeat(2) + text.substring(to);
        };
    return mutant.getBytes(StandardCharsets.UTF_8);
  }

  private static List<byte[]> files() {
    return SharedFolder.vectors(name -> name.matches(".*\\.(plist|xml)")).stream()
        .map(SharedFolder::bytes)
        .toList();
  }

  private static Optional<CommandReport> fast(byte[] body) {
    try {
      return Optional.of(CommandReportReader.read(body));
    } catch (MalformedCommandException e) {
      return Optional.empty();
    }
  }

  private static Optional<CommandReport> full(byte[] body) {
    try {
      return Optional.of(CommandReportReader.report(PlistReader.read(body)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
