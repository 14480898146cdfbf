package io.pomona.protocol.declarative;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.SharedFolder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class DeviceStatusTest {
  private static StatusReport report(String json) {
    try {
      return StatusReport.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedStatusException e) {
      throw new AssertionError(e);
    }
  }

  private static DeviceStatus after(String... reports) {
    DeviceStatus status = DeviceStatus.none();
    for (String json : reports) {
      status = DeviceStatus.read(status.with(report(json), name -> true).toJson());
    }
    return status;
  }

  private static String declarations(String configurations) {
    return "{\"StatusItems\":{\"management\":{\"declarations\":{\"activations\":[],\"assets\":[],"
        + "\"management\":[],\"configurations\":["
        + configurations
        + "]}}},\"Errors\":[]}";
  }

  private static String configuration(String identifier, String more) {
    return "{\"identifier\":\""
        + identifier
        + "\",\"server-token\":\"t\",\"active\":true,\"valid\":\"valid\""
        + more
        + "}";
  }

  private static List<String> identifiers(DeviceStatus status) {
    return status.declarations().stream().map(DeclarationStatus::identifier).toList();
  }

  @Test
  public void itemsThatAReportLeavesOutStay() {
    DeviceStatus status =
        after(
            "{\"StatusItems\":{\"softwareupdate\":{\"install-state\":\"downloading\","
                + "\"pending-version\":{\"os-version\":\"15.1\",\"build-version\":\"24B\"}}}}",
            "{\"StatusItems\":{\"softwareupdate\":{\"install-state\":\"prepared\"}}}");
    assertEquals(Optional.of("prepared"), status.text("softwareupdate.install-state"));
    assertEquals(Optional.of("15.1"), status.text("softwareupdate.pending-version.os-version"));
    assertEquals(Optional.empty(), status.text("softwareupdate.failure-reason.reason"));
  }

  @Test
  public void anItemThatIsADictionaryIsReplaced() {
    DeviceStatus status =
        after(
            "{\"StatusItems\":{\"softwareupdate\":{\"failure-reason\":{\"count\":1,"
                + "\"reason\":\"full\"}}}}",
            "{\"StatusItems\":{\"softwareupdate\":{\"failure-reason\":{\"count\":0}}}}");
    assertEquals(Optional.empty(), status.text("softwareupdate.failure-reason.reason"));
  }

  @Test
  public void listsAreMergedByIdentifier() {
    DeviceStatus status =
        after(
            declarations(configuration("a", "") + "," + configuration("b", "")),
            declarations(configuration("a", ",\"_removed\":true") + "," + configuration("c", "")));
    assertEquals(List.of("b", "c"), identifiers(status));
  }

  @Test
  public void aFullReportReplacesAll() {
    DeviceStatus status =
        after(
            declarations(configuration("a", "")),
            "{\"StatusItems\":{\"device\":{\"model\":{\"family\":\"Mac\"}}},\"FullReport\":true}");
    assertEquals(List.of(), identifiers(status));
    assertEquals(Map.of("device", Map.of("model", Map.of("family", "Mac"))), status.items());
  }

  @Test
  public void whatIsNotWantedAnyMoreIsForgotten() {
    DeviceStatus status =
        after(declarations(configuration("a", "") + "," + configuration("b", "")))
            .with(report(declarations(configuration("b", ""))), "b"::equals);
    assertEquals(List.of("b"), identifiers(status));
  }

  @Test
  public void reasonsAreToldInWords() {
    DeclarationStatus one =
        after(
                declarations(
                    "{\"identifier\":\"a\",\"server-token\":\"t\",\"active\":true,"
                        + "\"valid\":\"invalid\",\"reasons\":[{\"code\":\"Error.UnknownPayloadKeys\","
                        + "\"details\":{\"UnknownPayloadKeys\":[\"X\"]}},"
                        + "{\"code\":\"Error.New\",\"description\":\"Something new\"}]}"))
            .declarations()
            .get(0);
    assertTrue(one.isInvalid());
    assertEquals(
        List.of(
            "Its payload has keys that this macOS does not know. (UnknownPayloadKeys: [\"X\"])",
            "Something new"),
        one.reasons().stream().map(StatusReason::words).toList());
  }

  @Test
  public void anErrorStaysUntilItsItemIsReported() {
    String failed =
        "{\"StatusItems\":{},\"Errors\":[{\"StatusItem\":\"test.error-value\","
            + "\"Reasons\":[{\"Code\":\"Error.Unknown\"}]}]}";
    assertEquals(
        "Error.Unknown",
        after(failed, "{\"StatusItems\":{}}").errors().get("test.error-value").get(0).code());
    assertEquals(
        Map.of(), after(failed, "{\"StatusItems\":{\"test\":{\"error-value\":\"\"}}}").errors());
  }

  @Test
  public void whatIsTooLargeOrTooDeepIsRefused() {
    String deep = "{\"StatusItems\":" + "{\"a\":".repeat(40) + "1" + "}".repeat(41);
    String large = "{\"StatusItems\":{\"a\":\"" + "x".repeat(StatusReport.LARGEST) + "\"}}";
    for (String wrong : List.of(deep, large, "[]", "{}", "{\"StatusItems\":[]}", "x")) {
      assertThrows(
          MalformedStatusException.class,
          () -> StatusReport.read(wrong.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  public void halfALetterIsKeptAsItCame() {
    DeviceStatus status = after("{\"StatusItems\":{\"a\":\"b\\udc00\"}}");
    assertEquals(Map.of("a", "b\udc00"), status.items());
    assertEquals(
        "{\"Echo\":\"\\uD800\"}",
        DeclarationItemsTest.declaration("a", "{\"Echo\":\"\\ud800\"}").payload());
  }

  @Test
  public void whatIsKeptNeverGrowsWithoutEnd() {
    DeviceStatus status = DeviceStatus.none();
    for (int i = 0; i < 8; i++) {
      status =
          status.with(
              report("{\"StatusItems\":{\"x%d\":\"%s\"}}".formatted(i, ("y".repeat(250_000)))),
              name -> true);
    }
    assertTrue(status.toJson().length <= DeviceStatus.LARGEST);
    assertTrue(status.text("x7").isPresent());
    assertFalse(status.text("x0").isPresent());
  }

  @Test
  public void realReportsAreRead() throws Exception {
    DeviceStatus first =
        DeviceStatus.none()
            .with(
                StatusReport.read(
                    SharedFolder.vector("kmfddm__test__e2e__testdata__status.1st.json")),
                name -> true);
    assertEquals(Optional.of("13.3.1"), first.text("device.operating-system.version"));
    assertEquals(List.of(), first.declarations());
    DeviceStatus later =
        first.with(
            StatusReport.read(
                SharedFolder.vector(
                    "kmfddm__ddm__testdata__A047820F-FC6B-4104-BED0-466876D82BB8"
                        + ".20220628-103225.001918.status.json")),
            name -> true);
    assertEquals(5, later.declarations().size());
    assertEquals(2, later.declarations().stream().filter(DeclarationStatus::isInvalid).count());
    assertFalse(
        "the push token is not kept",
        new String(later.toJson(), StandardCharsets.UTF_8).contains("push-token"));
  }
}
