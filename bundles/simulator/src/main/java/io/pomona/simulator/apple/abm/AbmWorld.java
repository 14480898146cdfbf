package io.pomona.simulator.apple.abm;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that the virtual ABM knows. Its monitor guards everything in it. */
final class AbmWorld {

  private final Clock clock;
  private final List<AbmOrganization> organizations = new ArrayList<>();
  private Runnable changed = () -> {};

  AbmWorld(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** Called under the monitor after whatever should survive a restart. */
  void onChange(Runnable listener) {
    changed = listener;
  }

  void changed() {
    changed.run();
  }

  List<AbmOrganization> organizations() {
    return organizations;
  }

  List<AbmServer> servers() {
    return organizations.stream().flatMap(it -> it.servers().stream()).toList();
  }

  Optional<AbmDevice> device(String serial) {
    return organizations.stream().flatMap(it -> it.device(serial).stream()).findFirst();
  }

  Optional<AbmServer> signedIn(OAuthHeader header) {
    return servers().stream()
        .filter(
            server ->
                server
                    .token()
                    .filter(token -> token.consumerKey().equals(header.consumerKey()))
                    .filter(token -> token.accessToken().equals(header.token()))
                    .isPresent())
        .findFirst();
  }

  void moved(AbmDevice device, Optional<AbmServer> next) {
    device.server().ifPresent(former -> former.note(AbmEvent.DELETED, device, now()));
    next.ifPresentOrElse(
        server -> {
          device.moveTo(server, now());
          server.note(AbmEvent.ADDED, device, now());
        },
        device::leaveServer);
  }

  void modified(AbmDevice device) {
    device.server().ifPresent(server -> server.note(AbmEvent.MODIFIED, device, now()));
  }
}
