package io.pomona.simulator.mac;

/** Something to do with one Mac. */
@FunctionalInterface
public interface MacTask {

  void run(VirtualMac mac) throws Exception;
}
