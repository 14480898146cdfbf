package io.pomona.apns;

import java.lang.annotation.Annotation;

/** A configuration as an operator may write it. */
record TestConfig(
    String host,
    int port,
    String trust_pem,
    int expiration_days,
    int connections,
    int max_in_flight)
    implements Http2Pusher.Config {
  static TestConfig to(int port, String trust) {
    return new TestConfig("localhost", port, trust, 7, 1, 5000);
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return Http2Pusher.Config.class;
  }
}
