package io.pomona.organization.oidc;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.pomona.organization.cfg}: logging in by an OpenID Connect provider. */
@ObjectClassDefinition(name = "Pomona: logging in by OpenID Connect")
public @interface SsoConfig {
  String PID = "io.pomona.organization";

  @AttributeDefinition(description = "The provider as it names itself; empty = nobody logs in so")
  String oidc_issuer() default "";

  @AttributeDefinition(description = "What the provider calls this server")
  String oidc_client_id() default "";

  /** Begins with a dot: Karaf shows the properties of services but for those. */
  @AttributeDefinition(
      type = AttributeType.PASSWORD,
      description = "The secret of this server at the provider; empty for a public client")
  String _oidc_client_secret() default "";

  @AttributeDefinition(description = "What the provider is called on the button to log in")
  String oidc_name() default "SSO";

  @AttributeDefinition(description = "What is asked for besides openid")
  String[] oidc_scopes() default {"email", "profile"};

  @AttributeDefinition(description = "Domains of e-mail addresses that are let in; empty = any")
  String[] oidc_email_domains() default {};

  @AttributeDefinition(
      description =
          "The role of accounts that a first login makes: observer or observer_plus;"
              + " empty = accounts are made by admins only")
  String oidc_jit_role() default "";

  @AttributeDefinition(description = "Names of teams in which that role is; empty = everywhere")
  String[] oidc_jit_teams() default {};

  @AttributeDefinition(
      description = "PEM file of the provider's authority; empty for those of the JDK")
  String oidc_trust_pem() default "";

  @AttributeDefinition(
      description = "Private, loopback and link-local addresses or networks that may be called")
  String[] oidc_allowed_networks() default {};
}
