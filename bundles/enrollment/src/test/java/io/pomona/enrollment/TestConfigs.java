package io.pomona.enrollment;

/** For tests in other packages. */
public final class TestConfigs {
  private TestConfigs() {}

  public static EnrollmentConfig defaults() {
    return Configs.defaults();
  }

  public static EnrollmentConfig proxies(String trusted) {
    return new Configs(new String[] {"signature"}, "", new String[] {trusted}, 0, true);
  }
}
