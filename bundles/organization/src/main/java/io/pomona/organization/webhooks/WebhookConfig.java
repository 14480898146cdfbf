package io.pomona.organization.webhooks;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * {@code etc/io.pomona.organization.webhooks.cfg}: whom the server calls when something happens.
 */
@ObjectClassDefinition(name = "Pomona: webhooks")
public @interface WebhookConfig {
  String PID = "io.pomona.organization.webhooks";

  @AttributeDefinition(
      description = "Private, loopback and link-local addresses or networks that webhooks may call")
  String[] allowed_networks() default {};

  @AttributeDefinition(
      description = "PEM file of the authorities of receivers; empty for those of the JDK")
  String trust_pem() default "";

  @AttributeDefinition(description = "Seconds within which a receiver has to answer")
  int timeout_seconds() default 10;

  @AttributeDefinition(
      description = "Days after which an event that cannot be delivered is given up")
  int give_up_days() default 3;

  @AttributeDefinition(description = "Days for which events and what became of them are kept")
  int keep_days() default 14;
}
