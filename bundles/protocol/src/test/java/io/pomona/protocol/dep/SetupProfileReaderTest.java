package io.pomona.protocol.dep;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class SetupProfileReaderTest {
  private static final SetupPlace PLACE =
      new SetupPlace("https://mdm.example.com/mdm/apple/enroll", Optional.empty(), List.of());

  @Test
  public void whatAppleTakesIsTakenInItsOrder() throws Exception {
    SetupProfile read =
        read(
            "{\"profile_name\": \"Sales\", \"is_supervised\": true, \"is_mdm_removable\": false,"
                + " \"language\": \"en\", \"region\": \"US\", \"skip_setup_items\": [\"Siri\"]}");
    assertEquals("Sales", read.name());
    assertEquals(List.of(), read.warnings());
    assertTrue(read.json(), read.json().startsWith("{\"profile_name\":\"Sales\",\"is_sup"));
    assertEquals(read.fields(), SetupProfileReader.read(read.file()).fields());
    assertEquals(read, SetupProfile.stored(read.json()));
  }

  @Test
  public void whatAServerSaysIsRefusedByName() {
    for (String key : SetupField.OURS.keySet()) {
      String reason = refusal("{\"profile_name\": \"Sales\", \"" + key + "\": true}");
      assertTrue(reason, reason.startsWith(key + " is not for you to say"));
    }
  }

  @Test
  public void anUnknownKeyIsToldWithTheNearestAndAllValidOnes() {
    String reason = refusal("{\"profile_name\": \"Sales\", \"is_superviced\": true}");
    assertTrue(reason, reason.contains("did you mean is_supervised; valid are allow_pairing, "));
    assertFalse(refusal("{\"unheard_of\": 1}").contains("did you mean"));
  }

  @Test
  public void lengthsAndKindsAreChecked() {
    assertTrue(refusal("{}").contains("profile_name is missing"));
    assertTrue(refusal("{\"profile_name\": \" \"}").contains("profile_name is missing"));
    assertTrue(refusal("{\"profile_name\": 1}").contains("must be a text"));
    Map<String, Integer> longest =
        Map.of(
            "profile_name",
            125,
            "department",
            125,
            "org_magic",
            256,
            "support_email_address",
            250,
            "support_phone_number",
            50);
    longest.forEach(
        (key, most) ->
            assertTrue(
                key,
                refusal("{\"" + key + "\": \"" + "x".repeat(most + 1) + "\"}")
                    .contains("up to " + most)));
    assertTrue(refusal("{\"is_mandatory\": \"yes\"}").contains("must be true or false"));
    assertTrue(refusal("{\"skip_setup_items\": \"Siri\"}").contains("must be a list of texts"));
    assertTrue(refusal("{\"skip_setup_items\": [1]}").contains("must be a list of texts"));
  }

  @Test
  public void onlyASupervisedMacCannotBeFreed() {
    String reason = refusal("{\"profile_name\": \"S\", \"is_mdm_removable\": false}");
    assertTrue(reason, reason.contains("is_mdm_removable may only be false"));
  }

  @Test
  public void languagesAndRegionsAreThoseOfIso() {
    assertTrue(refusal("{\"profile_name\": \"S\", \"language\": \"English\"}").contains("639"));
    assertTrue(refusal("{\"profile_name\": \"S\", \"region\": \"usa\"}").contains("region"));
    assertTrue(refusal("{\"profile_name\": \"S\", \"region\": \"xx\"}").contains("3166"));
  }

  @Test
  public void oddPanesAreTakenAndTold() throws Exception {
    SetupProfile read =
        read(
            "{\"profile_name\": \"S\", \"skip_setup_items\": [\"filevault\", \"Zoom\", \"Xyzzy\"]}");
    assertEquals(3, read.warnings().size());
    assertTrue(read.warnings().get(0), read.warnings().get(0).contains("did you mean FileVault?"));
    assertTrue(read.warnings().get(1), read.warnings().get(1).contains("no Mac has the pane Zoom"));
    assertTrue(read.warnings().get(2), read.warnings().get(2).endsWith("no pane Xyzzy."));
  }

  @Test
  public void whatIsNoObjectOfJsonIsRefused() {
    for (String text : List.of("", "null", "[]", "{", "{\"a\":1,\"a\":2}", "{} {}")) {
      assertTrue(text, refusal(text).contains("one object of JSON"));
    }
    String deep = "{\"skip_setup_items\":" + "[".repeat(100) + "]".repeat(100) + "}";
    assertTrue(refusal(deep).contains("JSON"));
    assertTrue(refusal(" ".repeat((256 << 10) + 1)).contains("256 KiB"));
  }

  @Test
  public void theDefinitionHasWhatTheServerAdds() throws Exception {
    SetupProfile one = read("{\"profile_name\": \"S\", \"is_mandatory\": true}");
    SetupProfile other = read("{\"is_mandatory\": true, \"profile_name\": \"S\"}");
    assertEquals(one.definition(PLACE), other.definition(PLACE));
    assertEquals(
        "{\"await_device_configured\":true,\"is_mandatory\":true,\"profile_name\":\"S\","
            + "\"url\":\"https://mdm.example.com/mdm/apple/enroll\"}",
        one.definition(PLACE));
    SetupPlace web = new SetupPlace("u", Optional.of("w"), List.of("AAAA"));
    assertTrue(one.definition(web).contains("\"configuration_web_url\":\"w\""));
    assertTrue(one.definition(web).contains("\"anchor_certs\":[\"AAAA\"]"));
  }

  private static SetupProfile read(String json) throws MalformedSetupProfileException {
    return SetupProfileReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(String json) {
    MalformedSetupProfileException refused =
        assertThrows(json, MalformedSetupProfileException.class, () -> read(json));
    assertFalse(refused.problems().isEmpty());
    return refused.getMessage();
  }
}
