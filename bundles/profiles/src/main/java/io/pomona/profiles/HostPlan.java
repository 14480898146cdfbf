package io.pomona.profiles;

import io.pomona.api.enrollment.Host;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.Superseded;
import io.pomona.profiles.DesiredState.Wanted;
import io.pomona.protocol.channel.ChannelId;
import java.util.ArrayList;
import java.util.List;

/** What is to be done to one Mac. */
final class HostPlan {
  /**
   * @param retries how often it was refused before
   * @param note kept with the row while it is pending
   */
  record Install(Wanted wanted, int retries, String note) {}

  /** A profile that nobody wants any more. */
  record Removal(HostProfile row, int retries) {}

  final Host host;
  final ChannelId channel;
  final List<Install> installs = new ArrayList<>();
  final List<Removal> removals = new ArrayList<>();
  final List<HostProfile> lookups = new ArrayList<>();
  final List<HostProfile> corrections = new ArrayList<>();
  final List<Superseded> superseded = new ArrayList<>();

  /** Whether an earlier installation is still to be answered. */
  boolean awaitsInstall;

  HostPlan(Host host, ChannelId channel) {
    this.host = host;
    this.channel = channel;
  }

  /**
   * Whether something that the Mac should have is on its way. Until it has come or failed, nothing
   * is taken away: a Mac that moves to another team shall not be without a network in between.
   */
  boolean isInstalling() {
    return awaitsInstall || !installs.isEmpty();
  }
}
