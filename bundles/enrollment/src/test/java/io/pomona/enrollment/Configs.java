package io.pomona.enrollment;

import java.lang.annotation.Annotation;

/** A configuration with some values other than the defaults. */
record Configs(
    String[] identity, String proxy_header, String[] trusted_proxies, int mtls_port, boolean users)
    implements EnrollmentConfig {
  static Configs defaults() {
    return identity("signature");
  }

  static Configs identity(String... identity) {
    return new Configs(identity, "Client-Cert", new String[] {"10.0.0.0/8, ::1"}, 8444, true);
  }

  static Configs withoutUsers() {
    return new Configs(new String[] {"signature"}, "Client-Cert", new String[0], 0, false);
  }

  @Override
  public boolean user_channels() {
    return users;
  }

  @Override
  public int renewal_days() {
    return 180;
  }

  @Override
  public int renewal_seconds() {
    return 60;
  }

  @Override
  public int details_hours() {
    return 24;
  }

  @Override
  public boolean device_dock() {
    return true;
  }

  @Override
  public boolean self_service() {
    return true;
  }

  @Override
  public String self_service_team() {
    return " Self-service ";
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return EnrollmentConfig.class;
  }
}
