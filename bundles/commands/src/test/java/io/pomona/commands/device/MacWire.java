package io.pomona.commands.device;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.DeviceIdentities;
import io.pomona.api.enrollment.DeviceRequest;
import io.pomona.api.enrollment.IdentityBinding;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.commands.ReportEvents;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;

/** One Mac, the endpoint that it polls and the stores behind it. */
final class MacWire {
  final SettableClock clock = new SettableClock();
  final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  final EnrolledMac mac = Fixtures.enrolledMac(stores, 1, clock.instant());
  final ChannelId channel = mac.channel();
  Optional<DeviceRequest> lastRequest = Optional.empty();
  private final ConnectResource resource =
      new ConnectResource(
          new BoundIdentities(),
          stores.enrollments(),
          stores.commandQueue(),
          new ReportEvents(stores.deviceEvents(), stores.commandHistory()),
          "Client-Cert",
          clock);

  /** Knows a Mac by the hash that stands in its signature header. */
  private final class BoundIdentities implements DeviceIdentities {
    @Override
    public VerifiedCertificate certificate(DeviceRequest request) {
      lastRequest = Optional.of(request);
      String hash =
          request
              .mdmSignature()
              .orElseThrow(() -> MdmException.malformed("enrollment.no_proof", "Who are you?"));
      return new VerifiedCertificate(hash, Instant.MAX);
    }

    @Override
    public IdentityBinding require(VerifiedCertificate certificate, ChannelId claimed) {
      return stores
          .enrollments()
          .binding(certificate.sha256())
          .filter(binding -> binding.device().equals(claimed.deviceChannel()))
          .filter(binding -> stores.enrollments().find(claimed).isPresent())
          .orElseThrow(
              () -> MdmException.forbidden("enrollment.unknown_device", "Unknown device."));
    }
  }

  Response put(byte[] body, Map<String, String> headers) {
    HttpServletRequest request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getHeader" -> headers.get((String) arguments[0]);
                      case "getRemoteAddr" -> "192.0.2.7";
                      case "getLocalPort" -> 8443;
                      default -> null;
                    });
    return resource.connect(body, request);
  }

  /** The UUID of the command that is answered to this body. */
  Optional<CommandUuid> send(byte[] body) {
    clock.advance(Duration.ofSeconds(1));
    Response answer = put(body, Map.of("Mdm-Signature", mac.certificateSha256()));
    return Optional.ofNullable((byte[]) answer.getEntity()).map(MacWire::uuid);
  }

  // By hand, since thousands of answers are read.
  private static CommandUuid uuid(byte[] command) {
    String text = new String(command, StandardCharsets.UTF_8);
    int from = text.indexOf("<string>", text.indexOf("<key>CommandUUID</key>")) + 8;
    return new CommandUuid(text.substring(from, text.indexOf("</string>", from)));
  }

  CommandUuid queue(String requestType, Optional<Instant> deadline) {
    NewCommand command =
        Fixtures.command(requestType, "profiles", NewCommand.ROUTINE, clock.instant(), deadline);
    stores
        .commandQueue()
        .enqueue(List.of(new CommandOrder(command, List.of(channel))), List.of(), clock.instant());
    return command.uuid();
  }

  CommandUuid queue(String requestType) {
    return queue(requestType, Optional.empty());
  }

  CommandRecord record(CommandUuid uuid) {
    return stores.commandHistory().find(uuid, channel).orElseThrow();
  }

  CommandState state(CommandUuid uuid) {
    return record(uuid).state();
  }
}
