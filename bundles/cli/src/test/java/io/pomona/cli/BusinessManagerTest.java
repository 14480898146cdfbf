package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class BusinessManagerTest {
  @Rule public final Desk desk = new Desk();
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static String token(Instant end) {
    return "{\"id\":1,\"apple_id\":\"it@acme.example\",\"org_name\":\"Acme\",\"mdm_server_url\":"
        + "\"https://mdm.example.com/mdm/apple/mdm\",\"renew_date\":\""
        + end
        + "\",\"macos_team\":{\"name\":\"No team\",\"team_id\":0},\"device_count\":12,"
        + "\"missing_count\":2,\"synced_at\":null,\"trouble\":null}";
  }

  private void shows(Instant end) {
    desk.server().on("GET /api/v1/abm_tokens", 200, "{\"abm_tokens\":[" + token(end) + "]}");
    assertEquals(0, desk.run("get", "mdm-apple-bm"));
  }

  @Test
  public void theTokenIsShownAsTheReferenceDoes() {
    shows(Instant.parse("2999-12-31T10:00:00Z"));
    assertEquals(
        "Apple ID:           it@acme.example\n"
            + "Organization name:  Acme\n"
            + "MDM server URL:     https://mdm.example.com/mdm/apple/mdm\n"
            + "Renew date:         December 31, 2999\n"
            + "Default team:       No team\n"
            + "Token:              1\n"
            + "Macs:               12, 2 of them missing at Apple\n"
            + "Last look:          never\n",
        desk.out());
    assertEquals("", desk.err());
  }

  @Test
  public void anEndIsWarnedOf() {
    shows(Instant.now().plus(Duration.ofDays(20)));
    assertHas("WARNING: The server token ends in less than 30", desk.err());
    shows(Instant.parse("2020-01-01T00:00:00Z"));
    assertHas("ERROR: The server token has ended.", desk.err());
  }

  @Test
  public void withoutATokenItSaysHowToGetOne() {
    desk.server().on("GET /api/v1/abm_tokens", 200, "{\"abm_tokens\":[]}");
    assertTrue(desk.run("get", "mdm-apple-bm") != 0);
    assertHas("generate mdm-apple-bm", desk.err());
  }

  @Test
  public void thePublicKeyIsWritten() throws IOException {
    desk.server()
        .on("GET /api/v1/mdm/apple/abm_public_key", 200, "{\"public_key\":\"UEVN\"}")
        .on("POST /api/v1/mdm/apple/dep/key_pair", 200, "{\"public_key\":\"TkVX\"}");
    Path file = folder.getRoot().toPath().resolve("key.crt");
    assertEquals(0, desk.run("generate", "mdm-apple-bm", "--public-key=" + file));
    assertEquals("PEM", Files.readString(file));
    assertEquals(0, desk.run("abm", "key", "--new", "--public-key=" + file));
    assertEquals("NEW", Files.readString(file));
  }

  @Test
  public void aTokenIsLoadedAndRenewed() throws IOException {
    String answer = "{\"abm_token\":" + token(Instant.parse("2999-12-31T10:00:00Z")) + "}";
    desk.server()
        .on("POST /api/v1/abm_tokens", 200, answer)
        .on("PATCH /api/v1/abm_tokens/1/renew?force=false", 200, answer);
    Path file = folder.newFile("token.p7m").toPath();
    assertEquals(0, desk.run("mdm", "abm-token", "--token=" + file));
    assertHas("Token 1 of Acme ends on 2999-12-31", desk.out());
    assertEquals(0, desk.run("mdm", "abm-token", "--token=" + file, "--renew=1"));
  }

  @Test
  public void theOnlyTokenIsMeantWhereNoneIsNamed() {
    String one = token(Instant.parse("2999-12-31T10:00:00Z"));
    desk.server()
        .on("GET /api/v1/abm_tokens", 200, "{\"abm_tokens\":[" + one + "]}")
        .on("POST /api/v1/abm_tokens/1/sync?full=true", 200, "{}")
        .on("POST /api/v1/abm_tokens/2/sync?full=false", 200, "{}")
        .on("PATCH /api/v1/abm_tokens/1/teams", 200, "{\"abm_token\":" + one + "}")
        .on("DELETE /api/v1/abm_tokens/1?force=true", 204, "");
    assertEquals(desk.err(), 0, desk.run("abm", "sync", "--full"));
    assertEquals(desk.err(), 0, desk.run("abm", "sync", "--token=2"));
    assertEquals(desk.err(), 0, desk.run("abm", "team", "No team"));
    assertHas("New Macs go to: No team.", desk.out());
    assertEquals(desk.err(), 0, desk.run("abm", "delete", "1", "--force"));
    desk.server().on("GET /api/v1/abm_tokens", 200, "{\"abm_tokens\":[" + one + "," + one + "]}");
    assertTrue(desk.run("abm", "sync") != 0);
    assertHas("name one with --token", desk.err());
  }

  @Test
  public void missingMacsAreListedPageByPage() {
    String path = "GET /api/v1/abm_tokens/1/devices?missing=true";
    desk.server()
        .on(path, 200, "{\"devices\":[{\"hardware_serial\":\"C01\"}],\"next_after\":\"C01\"}")
        .on(
            path + "&after=C01",
            200,
            "{\"devices\":[{\"hardware_serial\":\"C02\"}],\"next_after\":null}");
    assertEquals(desk.err(), 0, desk.run("abm", "macs", "--token=1", "--missing"));
    String said = desk.out();
    assertHas("C01", said);
    assertHas("C02", said);
  }

  private static void assertHas(String part, String printed) {
    assertTrue(printed, printed.contains(part));
  }
}
