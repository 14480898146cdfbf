package io.pomona.apns;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2FrameLogger;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.logging.LogLevel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Apple says in frames that the client library keeps to itself: how long to wait, and why a
 * connection is closed. Told before the push itself ends, on its network thread. Logs nothing.
 */
final class AppleWords extends Http2FrameLogger {
  private static final int MOST = 10_000;
  private static final int LONGEST = 1024;
  private static final long MOST_SECONDS = 3600;
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final Pattern REASON = Pattern.compile("\"reason\"\\s*:\\s*\"([A-Za-z]{1,40})\"");

  private final Clock clock;
  private final Map<UUID, Duration> waits = new ConcurrentHashMap<>();
  private volatile Goodbye goodbye = new Goodbye("", Instant.MIN);

  private record Goodbye(String reason, Instant at) {}

  AppleWords(Clock clock) {
    super(LogLevel.TRACE, AppleWords.class);
    this.clock = clock;
  }

  /** How long Apple asked to wait in its answer to this push; told once. */
  Optional<Duration> wait(UUID push) {
    return push == null ? Optional.empty() : Optional.ofNullable(waits.remove(push));
  }

  /** Why Apple has just closed a connection, in a sentence. */
  Optional<String> goodbye(Instant now) {
    Goodbye last = goodbye;
    return last.at().isBefore(now.minus(FRESH))
        ? Optional.empty()
        : Optional.of("Apple closed the connection: " + last.reason());
  }

  @Override
  public void logHeaders(
      Direction direction,
      ChannelHandlerContext context,
      int stream,
      Http2Headers headers,
      int padding,
      boolean last) {
    note(direction, headers);
  }

  @Override
  public void logHeaders(
      Direction direction,
      ChannelHandlerContext context,
      int stream,
      Http2Headers headers,
      int dependency,
      short weight,
      boolean exclusive,
      int padding,
      boolean last) {
    note(direction, headers);
  }

  private void note(Direction direction, Http2Headers headers) {
    CharSequence wait = headers.get("retry-after");
    CharSequence push = headers.get("apns-id");
    if (direction != Direction.INBOUND || wait == null || push == null) {
      return;
    }
    if (waits.size() > MOST) {
      // Of pushes that ended otherwise.
      waits.clear();
    }
    if (SECONDS.matcher(wait).matches()) {
      long seconds = Math.min(MOST_SECONDS, Long.parseLong(wait.toString()));
      id(push).ifPresent(id -> waits.put(id, Duration.ofSeconds(seconds)));
    }
  }

  private static Optional<UUID> id(CharSequence text) {
    try {
      return Optional.of(UUID.fromString(text.toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public void logGoAway(
      Direction direction,
      ChannelHandlerContext context,
      int lastStream,
      long error,
      ByteBuf debugData) {
    if (direction == Direction.INBOUND) {
      int length = Math.min(LONGEST, debugData.readableBytes());
      String text = debugData.toString(debugData.readerIndex(), length, StandardCharsets.UTF_8);
      Matcher reason = REASON.matcher(text);
      goodbye = new Goodbye(reason.find() ? reason.group(1) : "error " + error, clock.instant());
    }
  }
}
