package io.pomona.pki;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator may set in {@code etc/io.pomona.pki.cfg}. */
@ObjectClassDefinition(name = "Pomona: keys and certificates")
public @interface PkiConfig {
  String PID = "io.pomona.pki";

  @AttributeDefinition(
      description =
          "The master key's file, unless the environment variable POMONA_MASTER_KEY holds the key;"
              + " empty = ${karaf.data}/pomona/master.key")
  String master_key_file() default "";

  @AttributeDefinition(
      description = "A PKCS#12 file with a device CA to take over; remove the setting afterwards")
  String device_ca_import_file() default "";

  @AttributeDefinition(description = "The environment variable with the password of that file")
  String device_ca_import_password_env() default "POMONA_DEVICE_CA_PASSWORD";

  @AttributeDefinition(description = "RSA bits of a new device CA: 2048, 3072 or 4096")
  int device_ca_key_size() default 2048;

  @AttributeDefinition(description = "How many days a Mac's identity is valid")
  int device_certificate_days() default 365;

  @AttributeDefinition(
      description = "Whether Macs trust the server's TLS certificate by themselves")
  boolean tls_public() default false;

  @AttributeDefinition(
      description = "A PEM file with the root of a TLS certificate that the operator brings")
  String tls_root_file() default "";
}
