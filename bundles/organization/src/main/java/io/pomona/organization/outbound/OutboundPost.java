package io.pomona.organization.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends a body by POST and takes the head of the answer. A name is looked up once, and where it
 * leads is what is checked and connected to; nothing is followed from there, and whatever is not
 * done in time is broken off. JDK clients look names up themselves, when they please.
 */
public final class OutboundPost {
  private final CallTarget targets;
  private final SSLSocketFactory tls;
  private final Duration longest;

  /**
   * @param longest for all of it, from connecting to the answer
   */
  public OutboundPost(CallTarget targets, SSLSocketFactory tls, Duration longest) {
    this.targets = targets;
    this.tls = tls;
    this.longest = longest;
  }

  public Duration longest() {
    return longest;
  }

  /**
   * @param headers besides those of every request; no value comes from elsewhere
   * @throws RefusedAddress it is none that may be called
   */
  public AnswerHead send(URI address, Map<String, String> headers, byte[] body) throws IOException {
    InetAddress to = targets.resolve(address).get(0);
    try (Socket socket = new Socket()) {
      AtomicBoolean late = new AtomicBoolean();
      CompletableFuture<Void> end = breakOff(socket, late);
      try {
        socket.connect(new InetSocketAddress(to, port(address)), (int) longest.toMillis());
        Socket secured = isSecure(address) ? secured(socket, address) : socket;
        OutputStream out = secured.getOutputStream();
        out.write(head(address, headers, body.length).getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return AnswerHead.read(secured.getInputStream());
      } catch (IOException e) {
        throw late.get() ? new IOException("There was no answer in time.", e) : e;
      } finally {
        end.cancel(false);
      }
    }
  }

  private CompletableFuture<Void> breakOff(Socket socket, AtomicBoolean late) {
    return CompletableFuture.runAsync(
        () -> {
          late.set(true);
          try {
            socket.close();
          } catch (IOException e) {
            // Closed it is; nobody waits for more.
          }
        },
        CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
  }

  private Socket secured(Socket socket, URI address) throws IOException {
    SSLSocket secured =
        (SSLSocket) tls.createSocket(socket, CallTarget.host(address), port(address), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static boolean isSecure(URI address) {
    return "https".equals(address.getScheme());
  }

  private static int port(URI address) {
    int standard = isSecure(address) ? 443 : 80;
    return address.getPort() < 0 ? standard : address.getPort();
  }

  private static String head(URI address, Map<String, String> headers, int length) {
    StringBuilder head = new StringBuilder("POST ").append(place(address)).append(" HTTP/1.1\r\n");
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    head.append("Host: ").append(address.getHost()).append(port).append("\r\n");
    head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    return head.append("\r\n").toString();
  }

  private static String place(URI address) {
    URI ascii = URI.create(address.toASCIIString());
    String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
    return path + Optional.ofNullable(ascii.getRawQuery()).map(query -> "?" + query).orElse("");
  }
}
