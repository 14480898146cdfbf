package io.pomona.simulator.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Where the demo finds and keeps its things. */
record DemoSettings(
    Path karafHome, Path state, URI server, DemoFleet fleet, Map<String, String> environment) {

  static final String EMAIL = "admin@example.com";
  static final String PASSWORD_VARIABLE = "POMONA_ADMIN_PASSWORD";
  static final String MACS_VARIABLE = "POMONA_DEMO_MACS";

  static DemoSettings of(Path karafHome, Path state) {
    URI server = URI.create("https://localhost:8443");
    Map<String, String> environment = System.getenv();
    return new DemoSettings(karafHome, state, server, fleet(environment), environment);
  }

  private static DemoFleet fleet(Map<String, String> environment) {
    String macs = environment.getOrDefault(MACS_VARIABLE, Integer.toString(DemoFleet.MACS));
    if (!macs.matches("[1-9]\\d{0,3}") || Integer.parseInt(macs) < DemoFleet.LEAST) {
      throw new DemoException(MACS_VARIABLE + " is a number from " + DemoFleet.LEAST + " to 9999");
    }
    return new DemoFleet(Integer.parseInt(macs));
  }

  Path karafData() {
    return state.resolve("karaf");
  }

  Path karafLog() {
    return state.resolve("karaf.log");
  }

  /** Written by the server at its first start. */
  Path serverRoot() {
    return karafData().resolve("pomona").resolve("tls").resolve("root.pem");
  }

  /** A header line for curl, so that no token shows in a process list. */
  Path authorization() {
    return state.resolve("authorization");
  }

  /** E-mail, password and role of those who are not the admin, a line each. */
  Path colleagues() {
    return state.resolve("people.txt");
  }
}
