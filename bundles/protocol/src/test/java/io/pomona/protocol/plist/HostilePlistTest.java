package io.pomona.protocol.plist;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.HostilePlists;
import java.util.Map;
import org.junit.Test;

public class HostilePlistTest {

  @Test(timeout = 30_000)
  public void refusesEachWithOneSentence() {
    for (Map.Entry<String, byte[]> each : HostilePlists.all().entrySet()) {
      MalformedPlistException refusal =
          assertThrows(
              each.getKey(),
              MalformedPlistException.class,
              () -> PlistReader.read(each.getValue()));
      assertTrue(each.getKey(), refusal.getMessage().endsWith("."));
    }
  }

  @Test
  public void acceptsWhatIsJustWithinTheLimits() {
    String open = "<dict><key>k</key>".repeat(PlistReader.MAX_DEPTH - 1);
    String close = "</dict>".repeat(PlistReader.MAX_DEPTH - 1);
    PlistReader.read(io.pomona.protocol.PlistText.dict("<key>k</key>" + open + "<true/>" + close));
    PlistReader.read(
        io.pomona.protocol.PlistText.dict(
            "<key>a</key><array>" + "<true/>".repeat(PlistReader.MAX_NODES - 2) + "</array>"));
  }
}
