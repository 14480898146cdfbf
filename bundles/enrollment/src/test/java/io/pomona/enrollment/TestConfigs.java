package io.pomona.enrollment;

/** For tests in other packages. */
public final class TestConfigs {
  private TestConfigs() {}

  public static EnrollmentConfig defaults() {
    return Configs.defaults();
  }
}
