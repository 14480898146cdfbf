package io.pomona.http;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.junit.Test;

public class ForwardedRequestTest {
  private static HttpServletRequest throughProxy(String client) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ForwardedRequestTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, values) ->
                method.getName().equals("getRemoteAddr")
                    ? "192.0.2.1"
                    : Collections.enumeration(List.of(client)));
  }

  @Test
  public void whoIsLimitedIsTheClientAndNotItsProxy() {
    for (String client : List.of("198.51.100.1", "198.51.100.2")) {
      ForwardedRequest request =
          new ForwardedRequest(
              throughProxy(client),
              (remote, forwarded) -> remote.equals("192.0.2.1") ? forwarded.get(0) : remote);
      assertEquals(client, request.getRemoteAddr());
    }
  }
}
