package io.pomona.organization.oidc;

import io.pomona.api.Secret;
import io.pomona.api.organization.Role;
import io.pomona.organization.EmailAddress;
import io.pomona.organization.outbound.CallRule;
import io.pomona.organization.outbound.Network;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configuration, checked.
 *
 * @param jitRole empty when accounts are made by admins only
 */
record SsoSettings(
    URI issuer,
    String clientId,
    Secret clientSecret,
    String name,
    List<String> scopes,
    Set<String> domains,
    Optional<Role> jitRole,
    List<String> jitTeams,
    Optional<Path> trust,
    CallRule rule) {
  private static final Set<Role> MADE_BY_ITSELF = Set.of(Role.OBSERVER, Role.OBSERVER_PLUS);

  /**
   * Empty when nobody logs in so.
   *
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static Optional<SsoSettings> of(SsoConfig config) {
    if (config.oidc_issuer().isBlank()) {
      return Optional.empty();
    }
    if (config.oidc_client_id().isBlank()) {
      throw new IllegalArgumentException("oidc.client.id is missing.");
    }
    return Optional.of(
        new SsoSettings(
            issuer(config.oidc_issuer().strip()),
            config.oidc_client_id().strip(),
            Secret.of(config._oidc_client_secret().strip()),
            config.oidc_name().isBlank() ? "SSO" : config.oidc_name().strip(),
            words(config.oidc_scopes()),
            words(config.oidc_email_domains()).stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()),
            role(config.oidc_jit_role().strip()),
            words(config.oidc_jit_teams()),
            Optional.of(config.oidc_trust_pem().strip())
                .filter(file -> !file.isEmpty())
                .map(Path::of),
            new CallRule(Network.list(config.oidc_allowed_networks()), "oidc.allowed.networks")));
  }

  /** Refuses whose e-mail address is of another domain. */
  void requireLetIn(String email) {
    String domain = email.substring(email.lastIndexOf('@') + 1);
    boolean open = domains.isEmpty() || domains.contains(domain);
    if (!EmailAddress.isOne(email) || !open) {
      throw SsoRefusal.of(
          "organization.sso_domain", "People with your e-mail address are not let in here.");
    }
  }

  private static URI issuer(String text) {
    URI issuer = URI.create(text);
    if (issuer.getHost() == null || issuer.getRawQuery() != null || issuer.getFragment() != null) {
      throw new IllegalArgumentException("oidc.issuer is no address like https://id.example.com.");
    }
    return issuer;
  }

  /** Whoever rules the provider must not thereby rule this server. */
  private static Optional<Role> role(String label) {
    Optional<Role> role =
        Arrays.stream(Role.values()).filter(known -> known.label().equals(label)).findFirst();
    if (!label.isEmpty() && role.filter(MADE_BY_ITSELF::contains).isEmpty()) {
      throw new IllegalArgumentException("oidc.jit.role is observer, observer_plus or empty.");
    }
    return role;
  }

  /** In a file a list is one text with commas. */
  private static List<String> words(String[] values) {
    return Arrays.stream(values)
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
