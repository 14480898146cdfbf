package io.pomona.organization;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class FailedLoginActivitiesTest {
  private static final Duration OVER_A_MINUTE = Duration.ofSeconds(61);

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final SettableClock clock = new SettableClock();
  private final FailedLoginActivities told = new FailedLoginActivities(stores.activities(), clock);

  private List<Map<String, Object>> rows() {
    return stores.activities().newest(PageRequest.first(1000)).stream()
        .filter(row -> row.type().equals("user_failed_login"))
        .map(Activity::details)
        .toList();
  }

  private static Map<String, Object> row(String email, String source, long attempts) {
    return Map.of("email", email, "public_ip", source, "attempts", attempts);
  }

  @Test
  public void theFirstIsARowAtOnceAndWhatFollowsOneAMinute() {
    for (int i = 0; i < 8; i++) {
      told.failed("ada@example.com", "192.0.2.1");
    }
    told.flush();
    assertEquals(List.of(row("ada@example.com", "192.0.2.1", 1)), rows());
    clock.advance(OVER_A_MINUTE);
    told.flush();
    told.failed("ada@example.com", "192.0.2.1");
    assertEquals(row("ada@example.com", "192.0.2.1", 7), rows().get(0));
    assertEquals(2, rows().size());
    clock.advance(OVER_A_MINUTE);
    told.failed("ada@example.com", "192.0.2.1");
    assertEquals(row("ada@example.com", "192.0.2.1", 2), rows().get(0));
  }

  @Test
  public void manyAccountsAndAddressesAreSummedUp() {
    for (int i = 0; i < 5000; i++) {
      told.failed("user" + i + "@example.com", "192.0.2." + i % 250);
    }
    assertEquals(21, rows().size());
    clock.advance(OVER_A_MINUTE);
    told.flush();
    assertEquals(22, rows().size());
    assertEquals(Map.of("attempts", 4979L), rows().get(0));
    clock.advance(OVER_A_MINUTE);
    told.flush();
    told.failed("ada@example.com", "192.0.2.1");
    assertEquals("all is forgotten", row("ada@example.com", "192.0.2.1", 1), rows().get(0));
  }

  @Test
  public void longAddressesAreCutAndWhatIsNoneIsNotKept() {
    told.failed("a@" + "x".repeat(1000), "192.0.2.1");
    assertEquals(255, rows().get(0).get("email").toString().length());
    told.failed("my secret password", "192.0.2.1");
    assertEquals(row("", "192.0.2.1", 1), rows().get(0));
    assertTrue(rows().stream().noneMatch(row -> row.toString().contains("password")));
  }
}
