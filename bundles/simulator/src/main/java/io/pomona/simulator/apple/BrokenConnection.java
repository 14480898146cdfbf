package io.pomona.simulator.apple;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a connection that failed, such as one without a client certificate, in one quiet line. */
final class BrokenConnection extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(BrokenConnection.class);

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("Connection to the virtual APNs ended: {}", cause.getMessage());
    context.close();
  }
}
