package io.pomona.simulator.demo;

import java.io.PrintStream;
import java.nio.file.Path;

/** What a person reads when everything stands: where, who, and one command to go on with. */
final class NextStep {

  private final DemoSettings settings;

  NextStep(DemoSettings settings) {
    this.settings = settings;
  }

  /** The password is empty where the person has set it. */
  void print(PrintStream out, String password) {
    out.println();
    out.println("Admin API  " + settings.server() + "/api/v1");
    out.println(
        "Log in     "
            + DemoSettings.EMAIL
            + ", password "
            + (password.isEmpty() ? "from " + DemoSettings.PASSWORD_VARIABLE : password));
    out.println("Karaf log  " + shown(settings.karafLog()));
    out.println();
    out.println("Next: upload a profile and see it installed on all " + settings.macs() + " Macs:");
    out.println();
    out.println("  " + command());
    out.println();
    out.println("Ctrl-C stops everything; started again, it goes on from here.");
    out.flush();
  }

  /** Works verbatim in a shell in the folder that the demo was started from. */
  String command() {
    String curl =
        "curl -sS --cacert "
            + shown(settings.serverRoot())
            + " -H @"
            + shown(settings.authorization());
    String profiles = settings.server() + "/api/v1/configuration_profiles";
    return curl
        + " -F profile=@docs/examples/screensaver.mobileconfig "
        + profiles
        + "; until "
        + curl
        + " "
        + profiles
        + "/summary | tee /dev/stderr | grep -Eq '\"verified\" *: *"
        + settings.macs()
        + "'; do sleep 2; done";
  }

  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
  }
}
