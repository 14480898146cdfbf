package io.pomona.updates;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code io.pomona.updates}. */
@ObjectClassDefinition(name = "Pomona: macOS updates")
public @interface UpdatesConfig {
  String PID = "io.pomona.updates";

  @AttributeDefinition(
      description =
          "Milliseconds between two looks at which Macs have declarations to fetch or Nudge to"
              + " install")
  long period() default 5_000;
}
