package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.abm.Admission;
import io.pomona.testkit.Fixtures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code ArrivalStore} must do. */
public abstract class ArrivalStoreContract extends StoreContract {
  private static final String SERIAL = Fixtures.serial(1);
  private static final Admission ADMISSION = new Admission(SERIAL, "Ada Admin", T.plus(HOUR));

  private void admit(Admission admission) {
    stores.arrivals().admit(admission, Fixtures.activity("admitted_host"), T);
  }

  @Test
  public void theLastRequestCounts() {
    assertEquals(Optional.empty(), stores.arrivals().lastRequest(SERIAL));
    Instant later = T.plus(MINUTE);
    stores.arrivals().requested(SERIAL, T);
    stores.arrivals().requested(SERIAL, later);
    stores.arrivals().requested(Fixtures.serial(2), T);
    assertEquals(Optional.of(later), stores.arrivals().lastRequest(SERIAL));
  }

  @Test
  public void anAdmissionIsUsedOnce() {
    assertFalse(stores.arrivals().useAdmission(SERIAL, T));
    admit(ADMISSION);
    assertEquals(Optional.of(ADMISSION), stores.arrivals().admission(SERIAL, T));
    assertEquals(Optional.empty(), stores.arrivals().admission(Fixtures.serial(2), T));
    assertTrue(stores.arrivals().useAdmission(SERIAL, T));
    assertFalse(stores.arrivals().useAdmission(SERIAL, T));
    assertEquals(Optional.empty(), stores.arrivals().admission(SERIAL, T));
    assertEquals(List.of("admitted_host"), activities());
  }

  @Test
  public void aNewAdmissionReplacesTheOneBefore() {
    admit(ADMISSION);
    Admission longer = new Admission(SERIAL, "Bob", T.plus(HOUR).plus(HOUR));
    admit(longer);
    assertEquals(Optional.of(longer), stores.arrivals().admission(SERIAL, T.plus(HOUR)));
    assertTrue(stores.arrivals().useAdmission(SERIAL, T));
    assertFalse(stores.arrivals().useAdmission(SERIAL, T));
  }

  @Test
  public void anAdmissionExpires() {
    admit(ADMISSION);
    assertEquals(Optional.empty(), stores.arrivals().admission(SERIAL, T.plus(HOUR)));
    assertFalse(stores.arrivals().useAdmission(SERIAL, T.plus(HOUR)));
  }
}
