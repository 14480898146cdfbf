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

public class WrongTokensTest {
  private final SettableClock clock = new SettableClock();
  private final WrongTokens wrong = new WrongTokens((remote, forwarded) -> remote, clock);

  private static HttpServletRequest from(String address) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            WrongTokensTest.class.getClassLoader(),
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
                wrong.guard(
                    from(address),
                    () -> {
                      throw MdmException.notFound("a.b", "No.");
                    }))
        .kind();
  }

  @Test
  public void whoTriesVeryManyWaitsAndNobodyElseDoes() {
    for (int i = 0; i < WrongTokens.MOST; i++) {
      assertEquals(MdmException.Kind.NOT_FOUND, tried("192.0.2.1"));
    }
    assertEquals(MdmException.Kind.TOO_MANY_REQUESTS, tried("192.0.2.1"));
    assertEquals(MdmException.Kind.NOT_FOUND, tried("192.0.2.2"));
    assertEquals("a good one opens", "page", wrong.guard(from("192.0.2.1"), () -> "page"));
    clock.advance(Duration.ofHours(1));
    assertEquals(MdmException.Kind.NOT_FOUND, tried("192.0.2.1"));
  }
}
