package io.pomona.api;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import org.junit.Test;

public class BoundedBodyTest implements Subscription {
  private final BoundedBody body = new BoundedBody(4);
  private int cancelled;

  @Override
  public void request(long more) {
    assertEquals(Long.MAX_VALUE, more);
  }

  @Override
  public void cancel() {
    cancelled++;
  }

  private CompletableFuture<byte[]> receive(byte[]... parts) {
    body.onSubscribe(this);
    for (byte[] part : parts) {
      body.onNext(List.of(ByteBuffer.wrap(part)));
    }
    body.onComplete();
    return body.getBody().toCompletableFuture();
  }

  @Test
  public void whatFitsIsWhole() throws Exception {
    assertArrayEquals(new byte[] {1, 2, 3, 4}, receive(new byte[] {1, 2}, new byte[] {3, 4}).get());
    assertEquals(0, cancelled);
  }

  @Test
  public void moreEndsTheCall() {
    CompletableFuture<byte[]> whole = receive(new byte[3], new byte[2]);
    ExecutionException failed = assertThrows(ExecutionException.class, whole::get);
    assertEquals(IOException.class, failed.getCause().getClass());
    assertEquals(1, cancelled);
  }
}
