package io.pomona.api.enrollment;

import java.util.List;

/** Who is behind a request that proxies may have passed on. For limits, never as a proof. */
public interface ClientAddresses {
  /**
   * The last address that no trusted proxy has; the sender's own while no proxy is trusted.
   *
   * @param remoteAddress from where the request came
   * @param forwardedFor the values of {@code X-Forwarded-For}, in their order
   */
  String of(String remoteAddress, List<String> forwardedFor);
}
