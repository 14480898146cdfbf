package io.pomona.apns;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code io.pomona.apns}. */
@ObjectClassDefinition(name = "Pomona: pushing to Macs")
public @interface ApnsConfig {
  String PID = "io.pomona.apns";

  @AttributeDefinition(description = "Apple's push server, or a stand-in for tests")
  String host() default "api.push.apple.com";

  @AttributeDefinition(description = "443, or 2197 where a firewall wants it")
  int port() default 443;

  @AttributeDefinition(
      description = "PEM file of the push server's authority; empty for those of the JDK")
  String trust_pem() default "";

  @AttributeDefinition(description = "Days that Apple keeps a push for a Mac that is off, 0 to 30")
  int expiration_days() default 7;

  @AttributeDefinition(description = "HTTP/2 connections at once, 1 to 16")
  int connections() default 1;

  @AttributeDefinition(description = "Pushes under way at once, at least 1")
  int max_in_flight() default 5000;

  /** Apple Root CA, as Apple publishes it. */
  @AttributeDefinition(
      description = "SHA-256 of the root under which MDM vendor certificates count, in hexadecimal")
  String vendor_root_sha256() default
      "b0b1730ecbc7ff4505142c49f1295e6eda6bcaed7e2c68c5be91b5a11001f024";

  @AttributeDefinition(description = "Where mdmcert.download takes requests; https only")
  String mdmcert_url() default "https://mdmcert.download/api/v1/signrequest";

  @AttributeDefinition(
      description = "PEM file of that service's authority; empty for those of the JDK")
  String mdmcert_trust_pem() default "";

  /** Begins with a dot: Karaf shows the properties of services but for those. */
  @AttributeDefinition(
      type = AttributeType.PASSWORD,
      description = "The key of your product at mdmcert.download; empty = that way is closed")
  String _mdmcert_key() default "";
}
