package io.pomona.simulator.demo;

import java.io.PrintStream;
import java.nio.file.Path;

/** What a person reads when everything stands: where, who, and two commands to go on with. */
final class NextStep {

  private final DemoSettings settings;

  NextStep(DemoSettings settings) {
    this.settings = settings;
  }

  /**
   * Where the console is, as soon as it can be opened. The password is empty where the person has
   * set it.
   */
  void open(PrintStream out, String password) {
    out.println();
    out.println(
        "Console    " + settings.server() + "/console/  (open it now, Macs come in meanwhile)");
    out.println(
        "Log in     "
            + DemoSettings.EMAIL
            + ", password "
            + (password.isEmpty() ? "from " + DemoSettings.PASSWORD_VARIABLE : password));
    out.println(
        "           The browser warns of the certificate, which is of the server's own CA:");
    out.println("           go on, or let the browser trust " + shown(settings.serverRoot()));
    out.println();
    out.flush();
  }

  /** When everything stands. */
  void print(PrintStream out, String password) {
    open(out, password);
    out.println("Others     see " + shown(settings.colleagues()) + " for people who may less");
    out.println("Admin API  " + settings.server() + "/api/v1");
    out.println("Karaf log  " + shown(settings.karafLog()));
    out.println();
    offer(
        out,
        "upload a profile and see it installed on the " + verified() + " Macs of no team",
        upload());
    offer(out, "have their disks encrypted and their recovery keys kept", encryption());
    out.println("Ctrl-C stops everything; started again, it goes on from here.");
    out.flush();
  }

  private int verified() {
    return settings.fleet().withoutTeam();
  }

  private static void offer(PrintStream out, String what, String command) {
    out.println("Next: " + what + ":");
    out.println();
    out.println("  " + command);
    out.println();
  }

  /** Works verbatim in a shell in the folder that the demo was started from, as does the other. */
  String upload() {
    return curl()
        + " -F profile=@docs/examples/screensaver.mobileconfig "
        + address("configuration_profiles")
        + untilAllAreVerified("configuration_profiles/summary");
  }

  /** Their users log out a while after they were asked to, and the keys come a minute later. */
  String encryption() {
    return curl()
        + " -H 'Content-Type: application/json' -d '{\"enable_disk_encryption\": true}' "
        + address("disk_encryption")
        + untilAllAreVerified("mdm/apple/filevault/summary");
  }

  private String untilAllAreVerified(String summary) {
    return "; until "
        + curl()
        + " "
        + address(summary)
        + " | tee /dev/stderr | grep -Eq '\"verified\" *: *"
        + verified()
        + "'; do sleep 2; done";
  }

  private String curl() {
    return "curl -sS --cacert "
        + shown(settings.serverRoot())
        + " -H @"
        + shown(settings.authorization());
  }

  private String address(String path) {
    return settings.server() + "/api/v1/" + path;
  }

  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
  }
}
