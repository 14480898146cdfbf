package io.pomona.abm;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code io.pomona.abm}. */
@ObjectClassDefinition(name = "Pomona: Apple Business Manager")
public @interface AbmConfig {
  String PID = "io.pomona.abm";

  @AttributeDefinition(description = "Apple's device enrollment service, or a stand-in for tests")
  String url() default "https://mdmenrollment.apple.com";

  @AttributeDefinition(
      description = "PEM file of that service's authority; empty for those of the JDK")
  String trust_pem() default "";

  @AttributeDefinition(description = "Seconds between two looks at what has changed in ABM")
  int sync_seconds() default 300;

  @AttributeDefinition(
      description =
          "PEM file with the device CAs whose Macs may enroll automatically; empty for Apple's")
  String device_ca_pem() default "";

  @AttributeDefinition(
      description =
          "PEM file with authorities that Macs shall trust for this server while they enroll"
              + " automatically; empty: a root that the server made itself, else those of macOS")
  String anchor_pem() default "";

  @AttributeDefinition(
      description = "Seconds between two looks for Macs whose profile at Apple is not the wanted")
  int assign_seconds() default 60;

  @AttributeDefinition(
      description = "Seconds until a Mac is tried again that Apple could not assign")
  int failed_wait_seconds() default 3_600;

  @AttributeDefinition(
      description =
          "Seconds until a Mac is tried again that Apple was asked for too often, where Apple names"
              + " no time")
  int throttled_wait_seconds() default 86_400;

  @AttributeDefinition(
      description =
          "Seconds after the enrollment when a Mac goes on in Setup Assistant, whatever is missing")
  long setup_deadline_seconds() default 900;

  @AttributeDefinition(
      description =
          "Minutes after which a Mac that an admin is to release goes on all the same; 0 for never")
  long setup_hard_limit_minutes() default 0;

  @AttributeDefinition(description = "Milliseconds between two looks at Macs in Setup Assistant")
  long setup_period() default 2_000;

  @AttributeDefinition(
      description = "Whether the person cannot change the name of the account that was filled in")
  boolean setup_lock_account() default true;

  @AttributeDefinition(description = "How large a bootstrap package may be, in megabytes")
  long setup_package_megabytes() default 2_048;

  @AttributeDefinition(
      description =
          "Whether Macs that have never enrolled may come without a signature by those device CAs")
  boolean unsigned_newcomers() default false;
}
