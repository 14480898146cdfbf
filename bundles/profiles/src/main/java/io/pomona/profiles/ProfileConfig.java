package io.pomona.profiles;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code io.pomona.profiles}. */
@ObjectClassDefinition(name = "Pomona profiles")
public @interface ProfileConfig {
  @AttributeDefinition(
      name = "Reconcile period",
      description = "Milliseconds between two looks for hosts whose profiles have changed")
  long reconcile_period() default 1_000;

  @AttributeDefinition(
      name = "Sweep period",
      description = "Milliseconds between two checks of all hosts")
  long sweep_period() default 86_400_000;

  @AttributeDefinition(
      name = "Signature expected",
      description = "Whether an unsigned profile is worth a warning")
  boolean signature_expected() default false;

  @AttributeDefinition(
      name = "Mass removal",
      description =
          "Whether profiles/batch may take profiles off more than half of the Macs without force:"
              + " refuse or allow")
  String mass_removal() default "refuse";
}
