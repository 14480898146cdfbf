package io.pomona.simulator.apple;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLException;

/**
 * Apple's push service over HTTP/2 and TLS on this machine. A client certificate of the virtual
 * Apple is required, and the UID of its subject is the only topic it may push to.
 */
public final class VirtualApns implements AutoCloseable {

  private static final long STREAMS = 1000; // what APNs allows on one connection

  private final PushDesk desk;
  private final VerdictScript script = new VerdictScript();
  private final EventLoopGroup group = new NioEventLoopGroup(1);
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final LongAdder connectionsSeen = new LongAdder();
  private final Channel listener;
  private volatile boolean refusing;

  /** Port 0 takes any free port. */
  public VirtualApns(VirtualApple apple, int port) throws BindException {
    this.desk = new PushDesk(script);
    SslContext tls = tls(apple);
    ChannelFuture bound =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(new Connection(tls))
            .bind(new InetSocketAddress("127.0.0.1", port))
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw new BindException("Port " + port + " of the virtual APNs is taken");
    }
    this.listener = bound.channel();
  }

  private static SslContext tls(VirtualApple apple) {
    try {
      return SslContextBuilder.forServer(apple.tls().key(), apple.tls().jca())
          .sslProvider(SslProvider.JDK)
          .ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
          .trustManager(apple.root().jca())
          .clientAuth(ClientAuth.REQUIRE)
          .applicationProtocolConfig(
              new ApplicationProtocolConfig(
                  ApplicationProtocolConfig.Protocol.ALPN,
                  ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                  ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                  ApplicationProtocolNames.HTTP_2))
          .build();
    } catch (SSLException e) {
      throw new IllegalStateException("Cannot set up TLS for the virtual APNs", e);
    }
  }

  private final class Connection extends ChannelInitializer<SocketChannel> {

    private final SslContext tls;

    Connection(SslContext tls) {
      this.tls = tls;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
      if (refusing) {
        channel.close();
        return;
      }
      connections.add(channel);
      connectionsSeen.increment();
      channel
          .pipeline()
          .addLast(
              tls.newHandler(channel.alloc()),
              Http2FrameCodecBuilder.forServer()
                  .initialSettings(Http2Settings.defaultSettings().maxConcurrentStreams(STREAMS))
                  .build(),
              new Http2MultiplexHandler(new Stream()),
              new BrokenConnection());
    }
  }

  private final class Stream extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel stream) {
      stream.pipeline().addLast(new PushStream(desk));
    }
  }

  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** What it says to pushes that are right in form. */
  public VerdictScript script() {
    return script;
  }

  public void onPush(PushListener pushListener) {
    desk.add(pushListener);
  }

  /**
   * A token registered for one topic is refused for every other; unknown ones are taken as given.
   */
  public void register(String tokenHex, String topic) {
    desk.register(tokenHex, topic);
  }

  /** Closes what is open and, until told otherwise, every new connection at once. */
  public void refuseConnections(boolean refuse) {
    refusing = refuse;
    if (refuse) {
      connections.close().awaitUninterruptibly();
    }
  }

  public long accepted() {
    return desk.accepted();
  }

  public long accepted(String tokenHex) {
    return desk.accepted(tokenHex);
  }

  public long refused() {
    return desk.refused();
  }

  public long refused(String tokenHex) {
    return desk.refused(tokenHex);
  }

  public long connections() {
    return connectionsSeen.sum();
  }

  @Override
  public void close() {
    listener.close().awaitUninterruptibly();
    connections.close().awaitUninterruptibly();
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
