package io.pomona.protocol.dep;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.dep.AppleDevice.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class AnswerReaderTest {
  /** With single quotes, for the reader's sake. */
  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  @Test
  public void anAccountWithItsLimits() throws MalformedAnswerException {
    AppleAccount account =
        AnswerReader.account(
            json(
                "{'server_name':'Pomona','server_uuid':'U','facilitator_id':'old@acme.example',"
                    + "'admin_id':'it@acme.example','org_name':'Acme','org_id':'1','new':{},"
                    + "'urls':[{'uri':'/server/devices','limit':{'default':1000,'maximum':2000}},"
                    + "{'uri':'/devices/sync','limit':{'maximum':900}},"
                    + "{'uri':'/profile/devices','limit':{'maximum':9999}}]}"));
    assertEquals(
        new AppleAccount("Pomona", "U", "it@acme.example", "Acme", "1", 900, 5000), account);
    AppleAccount old =
        AnswerReader.account(json("{'server_name':'P','facilitator_id':'old@acme.example'}"));
    assertEquals(new AppleAccount("P", "", "old@acme.example", "", "", 1000, 1000), old);
  }

  @Test
  public void aPageOfDevices() throws MalformedAnswerException {
    DevicePage page =
        AnswerReader.page(
            json(
                "{'devices':[{'serial_number':'C02A','model':'MacBook Air','device_family':'Mac',"
                    + "'os':'OSX','profile_status':'assigned','profile_uuid':'88fc',"
                    + "'device_assigned_date':'2026-11-01T10:00:00Z','op_type':'modified',"
                    + "'op_date':'2026-11-02T10:00:00+01:00'},{'model':'no serial'},"
                    + "{'serial_number':'C02B','op_type':'teleported'},"
                    + "{'serial_number':'C02C','description':7,'op_date':'yesterday'}],"
                    + "'cursor':'abc','more_to_follow':true}"));
    assertEquals("abc", page.cursor());
    assertTrue(page.more());
    assertEquals(
        List.of("C02A", "C02C"), page.devices().stream().map(AppleDevice::serialNumber).toList());
    AppleDevice first = page.devices().get(0);
    assertEquals(Optional.of(Operation.MODIFIED), first.operation());
    assertEquals(Optional.of(Instant.parse("2026-11-02T09:00:00Z")), first.operationAt());
    assertEquals("88fc", first.profileUuid());
    assertEquals(Optional.empty(), page.devices().get(1).operationAt());
    assertFalse(AnswerReader.page(json("{'cursor':'c'}")).more());
  }

  @Test
  public void anAssignment() throws MalformedAnswerException {
    AssignmentAnswer answer =
        AnswerReader.assignment(
            json(
                "{'profile_uuid':'P','devices':{'A':'SUCCESS','B':'NOT_ACCESSIBLE','C':'THROTTLED',"
                    + "'D':'MELTED'},'retry_after_seconds':60}"));
    assertEquals(
        Map.of(
            "A",
            AssignmentResult.SUCCESS,
            "B",
            AssignmentResult.NOT_ACCESSIBLE,
            "C",
            AssignmentResult.THROTTLED,
            "D",
            AssignmentResult.FAILED),
        answer.results());
    assertEquals(Optional.of(Duration.ofMinutes(1)), answer.retryAfter());
  }

  @Test
  public void whatIsCutOffOrLacksItsHeartIsRefused() {
    for (String broken :
        List.of("", "[]", "null", "{'cursor':'abc','devices':[{'serial", "{'devices':[]}")) {
      assertThrows(MalformedAnswerException.class, () -> AnswerReader.page(json(broken)));
    }
    assertThrows(MalformedAnswerException.class, () -> AnswerReader.session(json("{}")));
    assertThrows(MalformedAnswerException.class, () -> AnswerReader.profileUuid(json("{}")));
  }
}
