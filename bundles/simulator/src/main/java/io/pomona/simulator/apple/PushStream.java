package io.pomona.simulator.apple;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2StreamFrame;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One stream: collects the request, asks the desk for a verdict, carries it out. */
final class PushStream extends SimpleChannelInboundHandler<Http2StreamFrame> {

  private final PushDesk desk;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final Map<String, String> headers = new HashMap<>();

  PushStream(PushDesk desk) {
    this.desk = desk;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext stream, Http2StreamFrame frame)
      throws Exception {
    if (frame instanceof Http2HeadersFrame head) {
      head.headers().forEach(h -> headers.put(h.getKey().toString(), h.getValue().toString()));
      if (head.isEndStream()) {
        decide(stream);
      }
    } else if (frame instanceof Http2DataFrame data) {
      data.content().readBytes(body, data.content().readableBytes());
      if (data.isEndStream()) {
        decide(stream);
      }
    }
  }

  private void decide(ChannelHandlerContext stream) {
    PushRequest request =
        new PushRequest(
            headers.getOrDefault(":method", ""),
            headers.getOrDefault(":path", ""),
            headers,
            body.toByteArray());
    Verdict verdict = desk.judge(request, stream.channel().parent());
    Runnable act = () -> act(stream, request, verdict);
    if (verdict.delay().isZero()) {
      act.run();
    } else {
      stream.executor().schedule(act, verdict.delay().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void act(ChannelHandlerContext stream, PushRequest request, Verdict verdict) {
    if (verdict.closing() == Verdict.Closing.SILENCE) {
      return;
    }
    Channel connection = stream.channel().parent();
    if (verdict.closing() != Verdict.Closing.INSTEAD) {
      answer(stream, request, verdict);
    }
    if (verdict.closing() != Verdict.Closing.NONE) {
      connection
          .writeAndFlush(
              new DefaultHttp2GoAwayFrame(
                  Http2Error.NO_ERROR, Unpooled.wrappedBuffer(desk.errorBody(verdict))))
          .addListener(ChannelFutureListener.CLOSE);
    }
  }

  private void answer(ChannelHandlerContext stream, PushRequest request, Verdict verdict) {
    String id = request.header("apns-id");
    Http2Headers answer =
        new DefaultHttp2Headers()
            .status(Integer.toString(verdict.status()))
            .set("apns-id", id.isEmpty() ? UUID.randomUUID().toString() : id);
    if (verdict.details().containsKey(Verdict.RETRY_AFTER)) {
      answer.set(Verdict.RETRY_AFTER, verdict.details().get(Verdict.RETRY_AFTER).toString());
    }
    if (verdict.accepted()) {
      stream.writeAndFlush(new DefaultHttp2HeadersFrame(answer, true));
    } else {
      answer.set("content-type", "application/json");
      stream.write(new DefaultHttp2HeadersFrame(answer, false));
      stream.writeAndFlush(
          new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(desk.errorBody(verdict)), true));
    }
  }
}
