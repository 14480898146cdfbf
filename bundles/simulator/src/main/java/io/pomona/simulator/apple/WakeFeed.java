package io.pomona.simulator.apple;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Passes accepted pushes on to fleets in other processes of this machine, a line each. */
public final class WakeFeed implements PushListener, AutoCloseable {

  private final ServerSocket listener;
  private final List<Socket> fleets = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<Thread> threads;

  public WakeFeed(int port) throws IOException {
    listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    threads = List.of(new Thread(this::accept, "wake-accept"), new Thread(this::send, "wake-send"));
    threads.forEach(
        thread -> {
          thread.setDaemon(true);
          thread.start();
        });
  }

  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void onPush(String tokenHex, String pushMagic) {
    lines.add(tokenHex + ' ' + pushMagic + '\n');
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        fleets.add(listener.accept());
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void send() {
    try {
      while (true) {
        byte[] line = lines.take().getBytes(StandardCharsets.US_ASCII);
        fleets.removeIf(fleet -> !sent(fleet, line));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean sent(Socket fleet, byte[] line) {
    try {
      OutputStream out = fleet.getOutputStream();
      out.write(line);
      out.flush();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.forEach(Thread::interrupt);
    for (Socket fleet : fleets) {
      fleet.close();
    }
  }
}
