package io.pomona.organization.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.pomona.api.MdmException;
import io.pomona.organization.outbound.CallRule;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the provider says of itself, kept for an hour and for as long as it cannot be had anew. A
 * failure is remembered for a moment, so that strangers cannot make the server wait for nothing.
 */
final class Discovery {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");
  private static final String PLACE = "/.well-known/openid-configuration";
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final URI issuer;
  private final CallRule rule;
  private final OutboundHttp http;
  private final Clock clock;
  private Optional<ProviderEndpoints> known = Optional.empty();
  private Instant nextLook = Instant.MIN;

  Discovery(SsoSettings settings, OutboundHttp http, Clock clock) {
    this.issuer = settings.issuer();
    this.rule = settings.rule();
    this.http = http;
    this.clock = clock;
  }

  synchronized ProviderEndpoints endpoints() {
    Instant now = clock.instant();
    if (!now.isBefore(nextLook)) {
      look(now);
    }
    return known.orElseThrow(
        () ->
            MdmException.unavailable(
                    "organization.sso_unavailable",
                    "The provider of identities cannot be reached now. Try again in a minute.")
                .retryAfter(PAUSE));
  }

  private void look(Instant now) {
    try {
      ProviderEndpoints found = read();
      // The keys and their cache live with the endpoints.
      if (known.filter(found::equals).isEmpty()) {
        known = Optional.of(found);
      }
      nextLook = now.plus(FRESH);
    } catch (IOException | ParseException | IllegalArgumentException e) {
      nextLook = now.plus(PAUSE);
      LOG.warn("Single sign-on: the provider at {} does not describe itself", issuer, e);
    }
  }

  private ProviderEndpoints read() throws IOException, ParseException {
    URI place = URI.create(issuer.toString().replaceAll("/$", "") + PLACE);
    OIDCProviderMetadata said = OIDCProviderMetadata.parse(http.get(place));
    if (!said.getIssuer().getValue().equals(issuer.toString())) {
      throw new IOException("It names another issuer than oidc.issuer.");
    }
    ProviderEndpoints endpoints = ProviderEndpoints.of(said);
    for (URI each : endpoints.addresses()) {
      rule.requireCallable(each);
    }
    return endpoints;
  }
}
