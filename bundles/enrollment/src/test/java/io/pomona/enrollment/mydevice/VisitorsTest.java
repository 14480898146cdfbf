package io.pomona.enrollment.mydevice;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.testkit.SettableClock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import javax.servlet.http.HttpServletRequest;
import org.junit.Test;

public class VisitorsTest {
  private final SettableClock clock = new SettableClock();
  private final Visitors visitors = new Visitors((remote, forwarded) -> remote, clock);

  private static HttpServletRequest from(String address) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            VisitorsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, values) ->
                method.getName().equals("getRemoteAddr")
                    ? address
                    : Collections.emptyEnumeration());
  }

  private MdmException.Kind tried(String address) {
    return assertThrows(
            MdmException.class,
            () ->
                visitors.guard(
                    from(address),
                    () -> {
                      throw MdmException.notFound("a.b", "No.");
                    }))
        .kind();
  }

  @Test
  public void whoTriesVeryManyWaitsAndNobodyElseDoes() {
    for (int i = 0; i < Visitors.MOST; i++) {
      assertEquals(MdmException.Kind.NOT_FOUND, tried("192.0.2.1"));
    }
    assertEquals(MdmException.Kind.TOO_MANY_REQUESTS, tried("192.0.2.1"));
    assertEquals(MdmException.Kind.NOT_FOUND, tried("192.0.2.2"));
    assertEquals("a good one opens", "page", visitors.guard(from("192.0.2.1"), () -> "page"));
    clock.advance(Duration.ofHours(1));
    assertEquals(MdmException.Kind.NOT_FOUND, tried("192.0.2.1"));
  }

  @Test
  public void whoBeginsVeryManyLoginsWaits() {
    for (int i = 0; i < Visitors.MOST; i++) {
      visitors.countLogin(from("192.0.2.1"));
    }
    assertEquals(
        MdmException.Kind.TOO_MANY_REQUESTS,
        assertThrows(MdmException.class, () -> visitors.countLogin(from("192.0.2.1"))).kind());
    visitors.countLogin(from("192.0.2.2"));
  }
}
