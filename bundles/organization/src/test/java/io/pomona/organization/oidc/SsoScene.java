package io.pomona.organization.oidc;

import io.pomona.api.Secret;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.EndUserLogins.Answer;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.User;
import io.pomona.organization.FailedLoginActivities;
import io.pomona.simulator.oidc.VirtualPerson;
import io.pomona.simulator.oidc.VirtualProvider;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.rules.ExternalResource;

/** A server with SSO, a provider, and a browser that goes to and fro. */
final class SsoScene extends ExternalResource {
  static final String HERE = "192.0.2.7";
  static final VirtualPerson ADA = new VirtualPerson("ada-1", "Ada@Example.com", "Ada L.");

  final VirtualProvider provider = VirtualProvider.http().arrives(ADA);
  final InMemoryStoreSet stores = new InMemoryStoreSet();
  final SettableClock clock = new SettableClock();
  final Configured configured =
      new Configured()
          .with("oidc.issuer", provider.issuer())
          .with("oidc.client.id", VirtualProvider.CLIENT)
          .with(".oidc.client.secret", VirtualProvider.SECRET)
          .with("oidc.name", "Acme ID")
          .lists("oidc.allowed.networks", "127.0.0.0/8");
  final ConfiguredProvider providers = new ConfiguredProvider(configured.config(), Map.of());
  final SsoAttempts attempts =
      new SsoAttempts(new FailedLoginActivities(stores.activities(), clock), clock);
  final SsoSessions sessions = new SsoSessions(stores.sso(), clock);
  final SsoCodes codes = new SsoCodes(stores.sso(), stores.users(), sessions, attempts, clock);
  final Sso sso =
      new Sso(
          providers,
          new Admission(stores.users(), stores.sso(), stores.teams(), clock),
          sessions,
          codes,
          attempts,
          stores.sso(),
          stores.organization(),
          clock);
  private final HttpClient browser = HttpClient.newHttpClient();

  @Override
  protected void before() {
    stores
        .users()
        .setUp(
            new NewUser("Root", "root@example.com", "$h", Role.ADMIN),
            new OrganizationSettings("Acme", "https://mdm.example.com"),
            clock.instant(),
            ActivityDraft.of(Actor.system(), "set_up_organization"));
  }

  @Override
  protected void after() {
    provider.close();
  }

  void reconfigure() {
    providers.configure(configured.config(), Map.of());
  }

  User account(String email, Role role, boolean sso) {
    return stores
        .users()
        .create(
            new NewUser(email, email, "", Optional.of(role), Map.of(), sso),
            clock.instant(),
            ActivityDraft.of(Actor.system(), "created_user"));
  }

  /** A login that has come back from the provider. */
  record Trip(Secret cookie, Map<String, String> brought) {
    Answer answer() {
      return new Answer(
          Secret.of(brought.getOrDefault("state", "")),
          brought.getOrDefault("code", ""),
          brought.getOrDefault("iss", ""));
    }
  }

  Trip trip(SsoTarget target) {
    Sso.Begun begun = sso.begin(target, HERE);
    return new Trip(begun.browser(), query(redirected(begun.location())));
  }

  Sso.Finished logIn() {
    return finish(trip(SsoTarget.page("/hosts?page=2")));
  }

  Sso.Finished finish(Trip trip) {
    return sso.finish(trip.answer(), trip.cookie(), HERE);
  }

  URI redirected(URI from) {
    try {
      return browser
          .send(HttpRequest.newBuilder(from).build(), BodyHandlers.discarding())
          .headers()
          .firstValue("Location")
          .map(URI::create)
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> query(URI address) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : address.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }
}
