package io.pomona.organization.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS to addresses that the rule allows. It is asked when the connection is made: what a name meant
 * when it was looked at before does not count.
 */
public final class GuardedSockets extends SSLSocketFactory {
  private final SSLSocketFactory tls;
  private final CallRule rule;

  public GuardedSockets(SSLSocketFactory tls, CallRule rule) {
    this.tls = tls;
    this.rule = rule;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(rule);
  }

  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
      throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(connected, host, port, autoClose);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static UnsupportedOperationException pastTheRule() {
    return new UnsupportedOperationException("Addresses are checked before they are connected to");
  }

  /** The ways past the rule are closed. */
  @Override
  public Socket createSocket(String host, int port) {
    throw pastTheRule();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw pastTheRule();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw pastTheRule();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw pastTheRule();
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }

  private static final class GuardedSocket extends Socket {
    private final CallRule rule;

    GuardedSocket(CallRule rule) {
      this.rule = rule;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (endpoint instanceof InetSocketAddress address && !address.isUnresolved()) {
        rule.requireCallable(address.getAddress());
      }
      super.connect(endpoint, timeout);
    }
  }
}
