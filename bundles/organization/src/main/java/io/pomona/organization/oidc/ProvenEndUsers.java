package io.pomona.organization.oidc;

import io.pomona.api.Secret;
import io.pomona.api.organization.EndUserLogins;
import io.pomona.api.organization.EndUserLogins.Answer;
import io.pomona.organization.Tokens;
import java.net.URI;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * People without an account here, by the provider that admins log in by as well. Keeps nothing:
 * what a login needs again is made of its two secrets.
 */
@Component
public final class ProvenEndUsers implements EndUserLogins {
  private final ConfiguredProvider providers;

  @Activate
  public ProvenEndUsers(@Reference ConfiguredProvider providers) {
    this.providers = providers;
  }

  @Override
  public Optional<String> name() {
    return providers.current().map(provider -> provider.settings().name());
  }

  @Override
  public Begun begin(Secret browser, URI callback) {
    Flow flow = new Flow(Tokens.random().secret(), browser);
    // Who has just used this Mac's web view may be somebody else.
    URI location = providers.required().authorization(flow, callback, true);
    return new Begun(location, Tokens.sha256(flow.state()));
  }

  @Override
  public PersonAtProvider finish(Answer answer, Secret browser, URI callback) {
    Provider provider = providers.required();
    Person person = provider.person(answer, new Flow(answer.state(), browser), callback);
    provider.settings().requireLetIn(person.email());
    return new PersonAtProvider(person.email(), person.name().strip());
  }
}
