package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** A server token comes to its end, or before it, and is renewed in its place. */
public class TokenExpiresStory {
  private static final String PREFIX = "C02EXP";
  private static final Duration YEAR = Duration.ofDays(365);

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final AbmAccount account = new AbmAccount(STAGE.world(), admin, "Expiring Inc");

  @After
  public void asUsual() {
    STAGE.world().abmClock().shift(Duration.ZERO);
    account.close();
  }

  /** Loads a token of which so much is left. */
  private long connect(Duration left) {
    STAGE.world().abmClock().shift(left.minus(YEAR));
    byte[] file = account.download();
    STAGE.world().abmClock().shift(Duration.ZERO);
    return admin
        .upload(AbmAccount.TOKENS, "token", "token.p7m", file)
        .ok()
        .json()
        .at("/abm_token/id")
        .asLong();
  }

  private String level() {
    for (JsonNode line : admin.get("/api/v1/status").ok().json().findParents("name")) {
      if (line.get("name").asText().startsWith("abm.token.expiring-inc")) {
        return line.get("level").asText().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  @Test
  public void theEndIsToldAheadAndMacsStay() {
    STAGE.expect("io.pomona.organization .* ended on .*");
    List<String> macs = account.person.buyMacs(account.server, PREFIX + "A", 3);
    long id = connect(Duration.ofSeconds(25));
    account.awaitPending(PREFIX, macs);
    assertEquals("error", level());
    account.awaitTrouble("token_rejected");
    assertEquals(macs.size(), account.pending(PREFIX).size());
    account.renew(id);
    account.awaitTrouble("");
    assertEquals("ok", level());
    assertEquals(id, account.token().get("id").asLong());
    assertEquals(macs.size(), account.pending(PREFIX).size());
  }

  @Test
  public void aMonthBeforeItIsAWarning() {
    connect(Duration.ofDays(20));
    assertEquals("warning", level());
  }

  @Test
  public void aChangedPasswordEndsIt() {
    long id = account.connect();
    account.person.changePassword();
    account.awaitTrouble("token_rejected");
    String status = admin.get("/api/v1/status").ok().text();
    assertTrue(status, status.contains("the password of the Apple ID"));
    List<String> macs = account.person.buyMacs(account.server, PREFIX + "B", 2);
    account.renew(id);
    account.awaitPending(PREFIX + "B", macs);
    Awaitility.await().until(() -> account.trouble().isEmpty());
  }
}
