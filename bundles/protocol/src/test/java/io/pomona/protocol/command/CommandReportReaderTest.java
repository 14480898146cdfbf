package io.pomona.protocol.command;

import static io.pomona.protocol.PlistText.HEAD;
import static io.pomona.protocol.PlistText.dict;
import static io.pomona.protocol.PlistText.string;
import static io.pomona.protocol.PlistText.utf8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.NSDictionary;
import io.pomona.protocol.HostilePlists;
import io.pomona.protocol.SharedFolder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class CommandReportReaderTest {
  private static final String IDLE = string("Status", "Idle") + string("UDID", "U-1");
  private static final String DONE = string("Status", "Acknowledged") + string("UDID", "U-1");

  @Test
  public void readsIdle() {
    CommandReport report = CommandReportReader.read(dict(IDLE));
    assertEquals(CommandStatus.IDLE, report.status());
    assertEquals("U-1", report.channel().value());
    assertEquals(Optional.empty(), report.commandUuid());
    assertEquals("", report.reason());
  }

  @Test
  public void stepsOverEverythingElse() {
    CommandReport report =
        CommandReportReader.read(
            dict(
                "<key>A</key><dict><key>Status</key><string>Error</string></dict>"
                    + "<!-- <key>Status</key> --><?p <key>?>"
                    + "<key>B</key><array><dict/><array></array><data>AA==</data><true/></array>"
                    + "<key>C</key><string><![CDATA[</string><key>Status</key>]]></string>"
                    + DONE
                    + string("CommandUUID", "C-1")
                    + "<key>D</key><date>2022-09-09T08:38:04Z</date>"));
    assertEquals(CommandStatus.ACKNOWLEDGED, report.status());
    assertEquals(Optional.of("C-1"), report.commandUuid());
  }

  @Test
  public void readsTextInAllItsForms() {
    CommandReport report =
        CommandReportReader.read(
            dict(
                "<key>Stat&#117;s</key><string >Not<!-- x -->N<![CDATA[o]]>&#x77;</string >"
                    + string("UDID", "U-1")
                    + string("CommandUUID", "C-1")
                    + "<key>ErrorChain</key><array><dict><key>ErrorCode</key>"
                    + "<integer> 12 </integer>"
                    + string("ErrorDomain", "&lt;&amp;&quot;&apos;&gt;")
                    + string("LocalizedDescription", "é\r\n🍎")
                    + "</dict><string>no dictionary</string></array>"));
    assertEquals(CommandStatus.NOT_NOW, report.status());
    assertEquals(
        List.of(new ErrorChainItem(12, "<&\"'>", Optional.of("é\n🍎"), Optional.empty())),
        report.errors());
  }

  @Test
  public void readsByteOrderMarkBinaryAndOtherEncodings() throws Exception {
    String text = new String(dict(IDLE), StandardCharsets.UTF_8);
    NSDictionary binary = new NSDictionary();
    binary.put("Status", "Idle");
    binary.put("UDID", "U-1");
    List<byte[]> forms =
        List.of(
            utf8("\uFEFF" + text),
            utf8("\n" + text),
            utf8(text.replace("UTF-8", "us-ascii")),
            text.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16),
            BinaryPropertyListWriter.writeToArray(binary));
    for (byte[] form : forms) {
      assertEquals(CommandReportReader.read(dict(IDLE)), CommandReportReader.read(form));
    }
  }

  @Test
  public void readsRealReports() {
    CommandReport error = real("commandment__testdata__Errors__10.12.5-invalid-command.xml");
    assertEquals(CommandStatus.ERROR, error.status());
    assertEquals(Optional.of("RemoveProfile"), error.requestType());
    assertTrue(error.reason(), error.reason().endsWith("<MDMClientError:97> (MDMClientError 97)"));
    assertEquals(
        CommandStatus.NOT_NOW, real("commandment__testdata__NotNow__iOS-11.3.1.xml").status());
    assertEquals(
        Optional.of("02CD8B7A-465F-49E6-86D6-D3ACAAE5529E"),
        real("zentral__tests__mdm__testdata__device_information.plist").commandUuid());
  }

  private static CommandReport real(String vector) {
    return CommandReportReader.read(SharedFolder.vector(vector));
  }

  @Test
  public void saysWhatIsWrong() {
    assertRefused("has no Status", dict(string("UDID", "U-1")));
    assertRefused("has no Status", dict(string("Status", "Maybe") + string("UDID", "U-1")));
    assertRefused("names no device", dict(string("Status", "Idle")));
    assertRefused("names no command", dict(DONE));
    assertRefused("CommandUUID is not made", dict(DONE + string("CommandUUID", "a b")));
    assertRefused("not a dictionary", utf8(HEAD + "<plist><array/></plist>"));
  }

  @Test
  public void refusesWhatIsNotWellFormed() {
    String good = new String(dict(IDLE), StandardCharsets.UTF_8);
    for (String bad :
        List.of(
            good.replace("</dict>", ""),
            good.replace("</plist>", ""),
            good + "x",
            good + good,
            good.replace("<key>UDID</key>", ""),
            good.replace("</string>", "</strong>"),
            good.replace("Idle", "Idle&"),
            good.replace("Idle", "Idle&#0;"),
            good.replace("Idle", "Idle&nbsp;"),
            good.replace("Idle", "<b>Idle</b>"),
            good.replace("<plist ", "<html "),
            good.substring(0, good.length() / 2))) {
      assertThrows(bad, MalformedCommandException.class, () -> CommandReportReader.read(utf8(bad)));
    }
  }

  @Test(timeout = 30_000)
  public void refusesHostileInput() {
    for (Map.Entry<String, byte[]> each : HostilePlists.all().entrySet()) {
      assertThrows(
          each.getKey(),
          MalformedCommandException.class,
          () -> CommandReportReader.read(each.getValue()));
    }
  }

  @Test
  public void tellsAppleReasonsInWords() {
    assertEquals(
        "Not found (MDMClientError 89); MCMDMErrorDomain 12021; error 0",
        ErrorChain.sentence(
            List.of(
                item(89, "MDMClientError", "Nicht gefunden", "Not found"),
                item(12021, "MCMDMErrorDomain", " ", " "),
                item(12021, "MCMDMErrorDomain", " ", " "),
                new ErrorChainItem(0, "", Optional.empty(), Optional.empty()))));
  }

  private static ErrorChainItem item(long code, String domain, String local, String english) {
    return new ErrorChainItem(code, domain, Optional.of(local), Optional.of(english));
  }

  private static void assertRefused(String reason, byte[] body) {
    MalformedCommandException refusal =
        assertThrows(MalformedCommandException.class, () -> CommandReportReader.read(body));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(reason));
  }
}
