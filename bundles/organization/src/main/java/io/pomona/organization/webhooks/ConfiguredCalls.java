package io.pomona.organization.webhooks;

import io.pomona.api.MdmException;
import io.pomona.organization.outbound.CallRule;
import io.pomona.organization.outbound.CallTarget;
import io.pomona.organization.outbound.Network;
import io.pomona.organization.outbound.OutboundPost;
import io.pomona.organization.outbound.TrustedRoots;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How webhooks are called by the configuration of now; none are while it is wrong. */
@Component(service = ConfiguredCalls.class, configurationPid = WebhookConfig.PID)
@Designate(ocd = WebhookConfig.class)
public final class ConfiguredCalls {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");

  /** Well within a turn, in which nothing would ever be sent otherwise. */
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final AtomicReference<Optional<Calls>> current = new AtomicReference<>(Optional.empty());

  /**
   * @param giveUp how long an event waits at most
   * @param keep how long is remembered what became of it
   */
  record Calls(CallTarget targets, OutboundPost post, Duration giveUp, Duration keep) {}

  @Activate
  public ConfiguredCalls(WebhookConfig config) {
    configure(config);
  }

  ConfiguredCalls(Calls calls) {
    current.set(Optional.of(calls));
  }

  @Modified
  void configure(WebhookConfig config) {
    try {
      current.set(Optional.of(calls(config)));
    } catch (IllegalArgumentException e) {
      current.set(Optional.empty());
      LOG.warn("No webhook is called: {}", e.getMessage());
    }
  }

  private static Calls calls(WebhookConfig config) {
    CallTarget targets =
        new CallTarget(
            new CallRule(
                Network.list(config.allowed_networks()),
                "allowed.networks of " + WebhookConfig.PID));
    Optional<Path> trust =
        Optional.of(config.trust_pem().strip()).filter(file -> !file.isEmpty()).map(Path::of);
    Duration timeout = Duration.ofSeconds(positive(config.timeout_seconds(), "timeout.seconds"));
    return new Calls(
        targets,
        new OutboundPost(
            targets,
            TrustedRoots.sockets(trust, "trust.pem"),
            timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout),
        Duration.ofDays(positive(config.give_up_days(), "give.up.days")),
        Duration.ofDays(positive(config.keep_days(), "keep.days")));
  }

  private static int positive(int number, String key) {
    if (number < 1) {
      throw new IllegalArgumentException(key + " is a number from 1 upwards.");
    }
    return number;
  }

  Optional<Calls> current() {
    return current.get();
  }

  Calls required() {
    return current()
        .orElseThrow(
            () ->
                MdmException.unavailable(
                    "organization.webhooks_off",
                    "No webhook is called: the configuration is wrong; see the log."));
  }

  /** Refuses addresses that would not be called; the field is named. */
  String requireCallable(String url) {
    try {
      if (url.length() > 2_000) {
        throw new IllegalArgumentException("An address has up to 2,000 characters.");
      }
      required().targets().resolve(URI.create(url));
      return url;
    } catch (IllegalArgumentException e) {
      throw refused("It is no address like https://hooks.example.com/path.", e);
    } catch (UnknownHostException e) {
      throw refused("The name of the address is not known here.", e);
    } catch (IOException e) {
      throw refused(e.getMessage(), e);
    }
  }

  private static MdmException refused(String message, Exception cause) {
    return MdmException.invalid("organization.bad_webhook_url", "url", message).causedBy(cause);
  }
}
