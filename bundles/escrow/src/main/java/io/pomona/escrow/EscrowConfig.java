package io.pomona.escrow;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code io.pomona.escrow}. */
@ObjectClassDefinition(name = "Pomona: Disk encryption")
public @interface EscrowConfig {
  String PID = "io.pomona.escrow";

  @AttributeDefinition(description = "Whether observers may see recovery keys of encrypted disks")
  boolean observers_view_keys() default true;

  @AttributeDefinition(
      description =
          "Minutes after somebody saw a recovery key or recovery lock password until it is replaced;"
              + " negative for never")
  int rotate_after_view_minutes() default 60;

  @AttributeDefinition(
      description = "Days after which a recovery key is replaced anyway; 0 for never")
  int rotate_days() default 0;

  @AttributeDefinition(
      description =
          "Seconds after its acknowledgment within which a Mac that locks itself may still be heard"
              + " of")
  int lock_grace_seconds() default 120;

  @AttributeDefinition(
      description =
          "Seconds after its acknowledgment within which a Mac that erases itself may still be heard"
              + " of")
  int wipe_grace_seconds() default 900;

  @AttributeDefinition(
      description = "Hours after which MDM is off for a Mac that said it erases itself")
  int wiped_hours() default 24;

  @AttributeDefinition(
      description = "Days after an enrollment for which a Mac is asked for its bypass code")
  int bypass_code_days() default 15;

  @AttributeDefinition(
      description =
          "Minutes after which a Mac is asked again whose disk is not encrypted or whose recovery key"
              + " is not here; the longer nothing changes the more seldom, but once a day")
  int ask_minutes() default 15;

  @AttributeDefinition(
      description =
          "Minutes until a Mac is asked for its new recovery key that did not send it with its answer")
  int rotate_ask_minutes() default 10;

  @AttributeDefinition(description = "Milliseconds between two looks at what is to be done")
  long period() default 5_000;
}
