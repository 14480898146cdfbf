package io.pomona.apns;

import java.lang.annotation.Annotation;

/** A configuration as an operator may write it. */
record TestConfig(
    String host,
    int port,
    String trust_pem,
    int expiration_days,
    int connections,
    int max_in_flight,
    String vendor_root_sha256,
    String mdmcert_url,
    String mdmcert_trust_pem,
    String _mdmcert_key)
    implements ApnsConfig {
  static TestConfig to(int port, String trust) {
    return new TestConfig("localhost", port, trust, 7, 1, 5000, "", "", "", "");
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return ApnsConfig.class;
  }
}
