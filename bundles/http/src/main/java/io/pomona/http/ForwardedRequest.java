package io.pomona.http;

import io.pomona.api.enrollment.ClientAddresses;
import java.util.Collections;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose remote address is that of the client, where trusted proxies have passed it on.
 */
final class ForwardedRequest extends HttpServletRequestWrapper {
  private final ClientAddresses addresses;

  ForwardedRequest(HttpServletRequest request, ClientAddresses addresses) {
    super(request);
    this.addresses = addresses;
  }

  @Override
  public String getRemoteAddr() {
    HttpServletRequest request = (HttpServletRequest) getRequest();
    return addresses.of(
        request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
  }
}
