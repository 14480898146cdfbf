package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.abm.EndUser;
import io.pomona.api.enrollment.HostId;
import io.pomona.testkit.Fixtures;
import java.util.Optional;
import org.junit.Test;

/** What every {@code EndUserStore} must do. */
public class EndUserStoreContract extends StoreContract {
  private static final EndUser JANE = new EndUser("Jane Doe", "jane", "jane@example.com", T);
  private static final EndUser JOE = new EndUser("", "joe", "joe@example.com", T.plus(HOUR));

  @Test
  public void whoeverSetsTheMacUpAnewIsItsUser() {
    HostId host = mac(1).host();
    HostId other = mac(2).host();
    assertEquals(Optional.empty(), stores.endUsers().find(host));
    stores.endUsers().put(host, JANE);
    stores.endUsers().put(host, JOE);
    assertEquals(Optional.of(JOE), stores.endUsers().find(host));
    assertEquals(Optional.empty(), stores.endUsers().find(other));
  }

  @Test
  public void thePersonGoesWithTheMac() {
    var mac = mac(1);
    stores.endUsers().put(mac.host(), JANE);
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    stores.hosts().delete(mac.host(), Fixtures.activity("deleted_host"));
    assertEquals(Optional.empty(), stores.endUsers().find(mac.host()));
    stores.endUsers().put(mac.host(), JANE);
    assertEquals(Optional.empty(), stores.endUsers().find(mac.host()));
  }
}
