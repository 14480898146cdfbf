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
public class ArrivalStoreContract extends StoreContract {
  private static final String SERIAL = Fixtures.serial(1);
  private static final String UDID = Fixtures.udid(1);
  private static final Admission ADMISSION = Admission.of(SERIAL, "Ada Admin", T.plus(HOUR));

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
  public void anAdmissionIsForTheMacThatComesWithItUntilItHasBegun() {
    assertFalse(stores.arrivals().bindAdmission(SERIAL, UDID, T));
    admit(ADMISSION);
    assertEquals(Optional.of(ADMISSION), stores.arrivals().admission(SERIAL, T));
    assertEquals(Optional.empty(), stores.arrivals().admission(Fixtures.serial(2), T));
    assertTrue(stores.arrivals().bindAdmission(SERIAL, UDID, T));
    assertTrue("again", stores.arrivals().bindAdmission(SERIAL, UDID, T));
    assertFalse("another", stores.arrivals().bindAdmission(SERIAL, Fixtures.udid(2), T));
    assertEquals(
        Optional.of(UDID), stores.arrivals().admission(SERIAL, T).flatMap(Admission::udid));
    stores.arrivals().useAdmission(SERIAL);
    assertFalse(stores.arrivals().bindAdmission(SERIAL, UDID, T));
    assertEquals(Optional.empty(), stores.arrivals().admission(SERIAL, T));
    stores.arrivals().useAdmission(SERIAL);
    assertEquals(List.of("admitted_host"), activities());
  }

  @Test
  public void aNewAdmissionReplacesTheOneBefore() {
    admit(ADMISSION);
    stores.arrivals().bindAdmission(SERIAL, UDID, T);
    Admission longer = Admission.of(SERIAL, "Bob", T.plus(HOUR).plus(HOUR));
    admit(longer);
    assertEquals(Optional.of(longer), stores.arrivals().admission(SERIAL, T.plus(HOUR)));
    assertTrue(stores.arrivals().bindAdmission(SERIAL, Fixtures.udid(2), T));
  }

  @Test
  public void anAdmissionExpires() {
    admit(ADMISSION);
    assertEquals(Optional.empty(), stores.arrivals().admission(SERIAL, T.plus(HOUR)));
    assertFalse(stores.arrivals().bindAdmission(SERIAL, UDID, T.plus(HOUR)));
  }

  @Test
  public void admissionsAreListedAndTakenBack() {
    Admission other = Admission.of(Fixtures.serial(2), "Bob", T.plus(MINUTE));
    admit(other);
    admit(ADMISSION);
    assertEquals(List.of(ADMISSION, other), stores.arrivals().admissions(T));
    assertEquals(List.of(ADMISSION), stores.arrivals().admissions(T.plus(MINUTE)));
    assertTrue(stores.arrivals().withdraw(SERIAL, Fixtures.activity("withdrew_admission"), T));
    assertFalse(stores.arrivals().withdraw(SERIAL, Fixtures.activity("withdrew_admission"), T));
    assertEquals(List.of(other), stores.arrivals().admissions(T));
    assertEquals(List.of("withdrew_admission", "admitted_host", "admitted_host"), activities());
  }
}
