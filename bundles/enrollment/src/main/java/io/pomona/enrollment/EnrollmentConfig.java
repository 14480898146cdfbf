package io.pomona.enrollment;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.pomona.enrollment.cfg}. Lists are separated by commas. */
@ObjectClassDefinition(
    name = "Pomona enrollment",
    description = "How Macs prove who they are, and when their identities are renewed")
public @interface EnrollmentConfig {
  String PID = "io.pomona.enrollment";

  @AttributeDefinition(
      name = "Proofs of identity",
      description =
          "One or more of signature (Mdm-Signature header), proxy (a proxy's client certificate"
              + " header) and mtls (client certificate on a port of its own)")
  String[] identity() default "signature";

  @AttributeDefinition(
      name = "Header of the proxy",
      description = "RFC 9440 (:base64:) or nginx's $ssl_client_escaped_cert")
  String proxy_header() default "Client-Cert";

  @AttributeDefinition(
      name = "Trusted proxies",
      description = "Addresses or networks (10.0.0.0/8) whose header is believed; none by default")
  String[] trusted_proxies() default {};

  @AttributeDefinition(
      name = "Port for client certificates",
      description = "The port at which identity = mtls counts; 0 = none")
  int mtls_port() default 0;

  @AttributeDefinition(
      name = "User channels",
      description = "Whether network users may open a user channel (UserAuthenticate)")
  boolean user_channels() default true;

  @AttributeDefinition(
      name = "Renewal in days",
      description = "How many days before its end a Mac's identity is renewed")
  int renewal_days() default 180;

  @AttributeDefinition(
      name = "Search for renewals in seconds",
      description = "How often identities that are due are looked for")
  int renewal_seconds() default 60;

  @AttributeDefinition(
      name = "Age of details in hours",
      description = "After how many hours a Mac is asked for its details again")
  int details_hours() default 24;

  @AttributeDefinition(
      name = "My device in the Dock",
      description = "Whether enrolled Macs get a profile that puts their page into the Dock")
  boolean device_dock() default false;

  @AttributeDefinition(
      name = "Self-service enrollment",
      description =
          "Whether who can log in with single sign-on gets an enrollment profile at /device/enroll")
  boolean self_service() default false;

  @AttributeDefinition(
      name = "Team of self-service",
      description =
          "The name of the team into which Macs come that nobody knew before somebody enrolled them"
              + " by a login; empty = none")
  String self_service_team() default "";
}
