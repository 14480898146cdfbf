package io.pomona.simulator.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Where the demo finds and keeps its things. */
record DemoSettings(
    Path karafHome,
    Path state,
    URI server,
    int macs,
    int automatic,
    Map<String, String> environment) {

  static final int MACS = 20;
  static final int AUTOMATIC = 4;
  static final String EMAIL = "admin@example.com";
  static final String PASSWORD_VARIABLE = "POMONA_ADMIN_PASSWORD";

  static DemoSettings of(Path karafHome, Path state) {
    URI server = URI.create("https://localhost:8443");
    return new DemoSettings(karafHome, state, server, MACS, AUTOMATIC, System.getenv());
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
}
