package io.pomona.testkit;

import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.FetchedBytes;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.MacSetupStore.Effects;
import io.pomona.api.abm.SetupDownload;
import io.pomona.api.abm.SetupRelease;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.abm.SetupStep;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.organization.TeamId;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Set-ups of Macs, for tests. */
public final class SampleSetups {
  public static final Effects NOTHING = Effects.none();

  private SampleSetups() {}

  public static SetupStep step(SetupStepStatus status) {
    return new SetupStep(status, Optional.of(new CommandUuid("step")), "");
  }

  /** One that waits for its package. */
  public static MacSetup of(EnrolledMac mac, Instant enrolledAt) {
    return new MacSetup(
        mac.host(),
        mac.channel(),
        enrolledAt,
        SetupStage.PREPARING,
        SetupStep.none(),
        step(SetupStepStatus.PENDING),
        Optional.empty(),
        SetupRelease.by(enrolledAt.plus(Duration.ofMinutes(15))),
        0);
  }

  /** With the token {@code download}. */
  public static SetupDownload download(LargeFileId file) {
    return new SetupDownload("tools.pkg", file, 2, Fixtures.hash("download"), FetchedBytes.none());
  }

  public static BootstrapPackage bootstrap(Optional<TeamId> team, LargeFileId file, String token) {
    return new BootstrapPackage(
        team,
        "tools.pkg",
        file,
        2,
        Fixtures.hash("bytes"),
        List.of(Fixtures.hash("one"), Fixtures.hash("two")),
        token,
        SettableClock.START);
  }
}
