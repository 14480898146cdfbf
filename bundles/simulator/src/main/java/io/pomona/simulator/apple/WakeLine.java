package io.pomona.simulator.apple;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The fleet's end of a {@link WakeFeed}. */
public final class WakeLine implements AutoCloseable {

  private final Socket socket;

  public WakeLine(int port, PushListener fleet) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    Thread reader = new Thread(() -> read(fleet), "wake-read");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(PushListener fleet) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        if (space > 0) {
          fleet.onPush(line.substring(0, space), line.substring(space + 1));
        }
      }
    } catch (IOException e) {
      // the feed is gone: the Macs still poll by themselves
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
