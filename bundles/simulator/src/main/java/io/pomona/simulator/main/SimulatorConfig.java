package io.pomona.simulator.main;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration PID io.pomona.simulator; without it nothing runs. */
@ObjectClassDefinition(
    name = "Pomona simulator",
    description = "Virtual Macs and a virtual Apple in this container")
@interface SimulatorConfig {

  String PID = "io.pomona.simulator";

  @AttributeDefinition(description = "File or URL of the enrollment profile; empty: ask the server")
  String profile() default "";

  @AttributeDefinition(description = "Base URL of the server that gives profiles")
  String server() default "";

  @AttributeDefinition(description = "File with an API token for that server")
  String token_file() default "";

  @AttributeDefinition(description = "PEM file with the roots to trust for it")
  String ca_file() default "";

  @AttributeDefinition(description = "How many Macs that enroll by hand")
  int macs() default 1;

  @AttributeDefinition(description = "How many more that enroll when the virtual ABM says so")
  int automatic() default 0;

  @AttributeDefinition(description = "File with the server's public ABM key; empty: no ABM token")
  String abm_key_file() default "";

  @AttributeDefinition(description = "Port of the virtual ABM; 0: that of the last time, or any")
  int abm_port() default 0;

  @AttributeDefinition(description = "Folder that keeps Macs and keys")
  String state();

  @AttributeDefinition(description = "Port of the virtual APNs; 0: that of the last time, or any")
  int apns_port() default 0;

  @AttributeDefinition(description = "How many Macs talk at once")
  int threads() default 4;

  @AttributeDefinition(description = "Seconds between two polls without a push")
  int poll_seconds() default 300;
}
