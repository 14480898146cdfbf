package io.pomona.api.pki;

import io.pomona.api.Secret;
import java.util.List;

/** The server's own TLS certificate, for installations without one from elsewhere. */
public interface ServerTls {
  /** A key store for these host names and addresses, made when there is none that fits. */
  TlsKeyStore keyStore(List<String> hosts);

  /** Roots in DER that Macs must be given to trust this server; empty with a public certificate. */
  List<byte[]> roots();

  /**
   * @param pkcs12 the key store's bytes
   */
  record TlsKeyStore(byte[] pkcs12, Secret password) {}
}
