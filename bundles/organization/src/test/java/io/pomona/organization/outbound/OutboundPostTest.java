package io.pomona.organization.outbound;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Receivers that do not play by the rules. */
public class OutboundPostTest {
  private ServerSocket server;
  private final CompletableFuture<String> request = new CompletableFuture<>();

  @Before
  public void listen() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @After
  public void close() throws IOException {
    server.close();
  }

  private void answering(String answer, boolean hold) {
    Thread thread =
        new Thread(
            () -> {
              try {
                Socket socket = server.accept();
                byte[] read = new byte[8192];
                int length = socket.getInputStream().read(read);
                request.complete(new String(read, 0, length, StandardCharsets.UTF_8));
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                if (!hold) {
                  socket.close();
                }
              } catch (IOException e) {
                request.completeExceptionally(new UncheckedIOException(e));
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private AnswerHead send(Duration longest) throws IOException {
    CallTarget targets =
        new CallTarget(new CallRule(Network.list("127.0.0.0/8"), "allowed.networks"));
    OutboundPost post =
        new OutboundPost(targets, TrustedRoots.sockets(Optional.empty(), "trust.pem"), longest);
    URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/a%20b?c=d");
    return post.send(address, Map.of("X-One", "1"), new byte[] {'{', '}'});
  }

  private AnswerHead send() throws IOException {
    return send(Duration.ofSeconds(10));
  }

  @Test
  public void theHeadOfAnAnswerIsEnough() throws Exception {
    answering("HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 99999999\r\n\r\nx", true);
    AnswerHead head = send();
    assertEquals(503, head.status());
    assertEquals(Optional.of("7"), head.header("retry-after"));
    assertTrue(request.get(), request.get().startsWith("POST /a%20b?c=d HTTP/1.1\r\nHost: 127."));
    assertTrue(request.get(), request.get().contains("\r\nX-One: 1\r\n"));
    assertTrue(request.get(), request.get().contains("\r\nContent-Length: 2\r\n"));
  }

  @Test
  public void whatComesBeforeTheAnswerIsSkipped() throws IOException {
    answering("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n", false);
    assertEquals(204, send().status());
  }

  @Test
  public void othersThanHttpAreNoAnswer() {
    answering("SSH-2.0-OpenSSH_9.2\r\n\r\n", false);
    assertThrows(IOException.class, this::send);
  }

  @Test
  public void headsWithoutEndAreNotRead() {
    answering("HTTP/1.1 200 OK\r\nX: " + "x".repeat(20_000), false);
    assertThrows(IOException.class, this::send);
  }

  @Test
  public void whoeverHoldsOnIsLeft() {
    answering("HTTP/1.1 200 OK\r\n", true);
    IOException late = assertThrows(IOException.class, () -> send(Duration.ofMillis(300)));
    assertEquals("There was no answer in time.", late.getMessage());
  }
}
