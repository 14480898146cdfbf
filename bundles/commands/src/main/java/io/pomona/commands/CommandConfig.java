package io.pomona.commands;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code io.pomona.commands}. */
@ObjectClassDefinition(name = "Pomona: commands to Macs")
public @interface CommandConfig {
  @AttributeDefinition(description = "Days after which an admin's command is given up, at least 1")
  int deadline_days() default 7;

  @AttributeDefinition(description = "Pushes under way at once, at least 1")
  int max_pushes_under_way() default 4000;

  @AttributeDefinition(description = "Threads that note what became of pushes, 1 to 32")
  int verdict_threads() default 4;

  @AttributeDefinition(
      description = "Days for which pushes and NotNows are kept for the timeline, at least 1")
  int timeline_days() default 90;
}
