package io.pomona.simulator.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;

/** What the teams' admins want: profiles, one macOS by a day, encrypted disks. */
final class DemoPolicies {

  private static final int DAYS = 14;

  private final DemoCalls calls;
  private final DemoTeams teams;

  DemoPolicies(DemoCalls calls) {
    this.calls = calls;
    this.teams = new DemoTeams(calls);
  }

  void set() throws IOException {
    for (DemoProfile profile : DemoProfile.all()) {
      upload(profile, teams.id(profile.team()));
    }
    encrypt(teams.id("Design"));
    update(teams.id("Engineering"), LocalDate.now().plusDays(DAYS));
  }

  private void upload(DemoProfile profile, long team) throws IOException {
    calls.form(
        "Uploading the profile " + profile.name(),
        "configuration_profiles",
        DemoCalls.Part.text("team_id", Long.toString(team)),
        new DemoCalls.Part(
            "profile",
            "demo.mobileconfig",
            "application/x-apple-aspen-config",
            profile.mobileconfig()));
  }

  private void encrypt(long team) throws IOException {
    Map<String, Object> wish = Map.of("team_id", team, "enable_disk_encryption", true);
    calls.send("Turning disk encryption on", "POST", "disk_encryption", wish);
  }

  private void update(long team, LocalDate deadline) throws IOException {
    Map<String, Object> wish =
        Map.of("team_id", team, "minimum_version", "15.1", "deadline", deadline.toString());
    calls.send("Requiring a macOS", "PATCH", "macos_updates", wish);
  }
}
