package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.apple.abm.AbmEndpoint;
import io.pomona.simulator.apple.abm.AbmFaults;
import io.pomona.simulator.apple.abm.SessionRotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** Apple's service does everything wrong, and the set of Macs is right in the end. */
public class SyncFromAbmStory {
  private static final String PREFIX = "C02SYN";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final AbmAccount account = new AbmAccount(STAGE.world(), admin, "Syncing Inc");
  private final List<String> macs = new ArrayList<>();
  private long id;

  @Before
  public void someMacs() {
    account.abm.shortPages(4);
    macs.addAll(account.person.buyMacs(account.server, PREFIX + "A", 10));
    account.abm.calls().forget();
    id = account.connect();
    account.awaitPending(PREFIX, macs);
  }

  @After
  public void asUsual() {
    account.abm.shortPages(Integer.MAX_VALUE);
    account.abm.rotateSessions(SessionRotation.NEVER);
    account.close();
  }

  private void leaves() {
    account.person.release(List.of(macs.remove(0)));
  }

  /** Macs come, and all that was scripted has been met. */
  private void converges(String round) {
    macs.addAll(account.person.buyMacs(account.server, PREFIX + round, 2));
    account.sync(id, true);
    Awaitility.await(round + ": faults are met")
        .atMost(Duration.ofMinutes(2))
        .until(() -> account.abm.script().left() == 0);
    account.awaitPending(PREFIX, macs);
    account.awaitTrouble("");
  }

  /** A Mac leaves only where the cursor lasts: behind a lost one it counts as missing. */
  @Test
  public void everyFaultEndsWithTheFullSet() {
    account
        .abm
        .script()
        .next(AbmEndpoint.SYNC, AbmFaults.named("bad_request_expired_cursor"))
        .next(AbmEndpoint.FETCH, AbmFaults.fine(), AbmFaults.missingPage());
    converges("B");
    account
        .abm
        .script()
        .next(
            AbmEndpoint.SYNC,
            AbmFaults.named("internal_server_error"),
            AbmFaults.named("cut_after"),
            AbmFaults.tooManyRequests(Duration.ofSeconds(3)),
            AbmFaults.named("unauthorized"))
        .next(
            AbmEndpoint.FETCH,
            AbmFaults.fine(),
            AbmFaults.sameCursor(),
            AbmFaults.named("bad_request_invalid_cursor"));
    leaves();
    converges("D");
    account.abm.forgetSessions();
    account.abm.rotateSessions(SessionRotation.FORGETTING_THE_OLD);
    account
        .abm
        .script()
        .next(
            AbmEndpoint.SYNC,
            AbmFaults.named("truncated"),
            AbmFaults.named("bad_request_exhausted_cursor"));
    converges("E");
    assertTrue(
        "calls within a second: " + account.abm.calls().busiestSecond(),
        account.abm.calls().busiestSecond() <= 2);
  }

  @Test
  public void whatAFetchDoesNotShowIsMissingAndStays() {
    account
        .abm
        .script()
        .next(
            AbmEndpoint.FETCH, AbmFaults.missingPage(), AbmFaults.missingPage(), AbmFaults.fine());
    account.sync(id, true);
    Awaitility.await("some are missing")
        .atMost(Duration.ofMinutes(1))
        .until(() -> account.token().get("missing_count").asLong() > 0);
    assertEquals(macs.size(), account.pending(PREFIX).size());
    assertEquals(macs.size(), account.token().get("device_count").asLong());
    account.sync(id, true);
    Awaitility.await("none is missing")
        .atMost(Duration.ofMinutes(1))
        .until(() -> account.token().get("missing_count").asLong() == 0);
  }

  @Test
  public void newTermsAreShownUntilTheyAreAccepted() {
    account.person.changeTerms();
    account.awaitTrouble("terms_not_signed");
    assertTrue(
        admin.get("/api/v1/config").ok().json().at("/mdm/apple_bm_terms_expired").asBoolean());
    String status = admin.get("/api/v1/status").ok().text();
    assertTrue(status, status.contains("Apple has new terms"));
    account.person.acceptTerms();
    account.sync(id, false);
    account.awaitTrouble("");
    assertTrue(account.pending(PREFIX).containsAll(macs));
  }
}
