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
          "Whether Macs that have never enrolled may come without a signature by those device CAs")
  boolean unsigned_newcomers() default false;
}
