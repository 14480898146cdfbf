package io.pomona.organization.oidc;

import io.pomona.api.MdmException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider of the configuration of now; none when it is off or wrong. */
@Component(service = ConfiguredProvider.class, configurationPid = SsoConfig.PID)
@Designate(ocd = SsoConfig.class)
public final class ConfiguredProvider {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");

  private final AtomicReference<Optional<Provider>> current =
      new AtomicReference<>(Optional.empty());

  @Activate
  public ConfiguredProvider(SsoConfig config) {
    configure(config);
  }

  /** Resources stay published while the configuration changes. */
  @Modified
  void configure(SsoConfig config) {
    try {
      Optional<Provider> next =
          SsoSettings.of(config).map(settings -> new Provider(settings, Clock.systemUTC()));
      boolean on = next.isPresent();
      if (on != current.getAndSet(next).isPresent()) {
        LOG.info("Single sign-on is {}", on ? "on" : "off");
      }
    } catch (IllegalArgumentException e) {
      current.set(Optional.empty());
      LOG.warn("Single sign-on is off: {}", e.getMessage());
    }
  }

  Optional<Provider> current() {
    return current.get();
  }

  Provider required() {
    return current()
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "organization.sso_off",
                    "Single sign-on is not configured here. Log in with e-mail and password."));
  }
}
