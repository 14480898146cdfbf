package io.pomona.simulator.apple.abm;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import org.junit.Test;

public class AbmCallsTest {

  private final AbmCalls calls = new AbmCalls();

  private void call(AbmEndpoint endpoint, long millis, int serials) {
    calls.add(new AbmCall(endpoint, Instant.EPOCH, millis * 1_000_000, serials, 200));
  }

  @Test
  public void theBusiestSecondMayBeginAnywhere() {
    call(AbmEndpoint.FETCH, 0, 1000);
    call(AbmEndpoint.FETCH, 800, 100);
    call(AbmEndpoint.ASSIGN_PROFILE, 1200, 300);
    call(AbmEndpoint.FETCH, 1700, 100);
    call(AbmEndpoint.FETCH, 1800, 100);

    assertEquals(3, calls.busiestSecond());
    assertEquals(1, calls.busiestSecond(call -> call.endpoint() == AbmEndpoint.ASSIGN_PROFILE));
    assertEquals(1000, calls.mostSerials());
    assertEquals(4, calls.count(AbmEndpoint.FETCH));
    calls.forget();
    assertEquals(0, calls.busiestSecond());
  }
}
