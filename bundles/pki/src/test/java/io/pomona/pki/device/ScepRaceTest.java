package io.pomona.pki.device;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.pki.Workbench;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.Test;

public class ScepRaceTest {
  private static final int RUNNERS = 50;

  private final Workbench bench = new Workbench();

  @Test
  public void ofFiftyMacsOnOneChallengeOneGetsACertificate() throws Exception {
    String challenge = bench.challenge();
    Optional<byte[]> csr = Optional.of(MacRequest.to(bench).challenge(challenge).csr());
    List<MacRequest> requests = new ArrayList<>();
    for (int i = 0; i < RUNNERS; i++) {
      MacRequest request = MacRequest.to(bench).challenge(challenge);
      request.transactionId = "T" + i;
      request.content = csr;
      requests.add(request);
    }
    Set<X509CertificateHolder> issued = race(requests);
    assertEquals(1, issued.size());
    assertEquals(1, bench.signed.get());
  }

  @Test
  public void fiftyRetriesOfOneMacGetTheSameCertificate() throws Exception {
    MacRequest request = MacRequest.to(bench).challenge(bench.challenge());
    List<MacRequest> requests = new ArrayList<>();
    for (int i = 0; i < RUNNERS; i++) {
      requests.add(request);
    }
    assertEquals(1, race(requests).size());
  }

  private Set<X509CertificateHolder> race(List<MacRequest> requests) throws Exception {
    List<byte[]> messages = new ArrayList<>();
    for (MacRequest request : requests) {
      messages.add(request.encode());
    }
    ExecutorService threads = Executors.newFixedThreadPool(RUNNERS);
    try {
      List<Future<byte[]>> answers = new ArrayList<>();
      for (byte[] message : messages) {
        answers.add(
            threads.submit(() -> (byte[]) bench.scep.post("PKIOperation", message).getEntity()));
      }
      Set<X509CertificateHolder> issued = new HashSet<>();
      for (int i = 0; i < requests.size(); i++) {
        MacAnswer answer = requests.get(i).read(answers.get(i).get());
        if (answer.isSuccess()) {
          issued.add(answer.issued());
        } else {
          assertTrue(answer.failInfo().isPresent());
        }
      }
      return issued;
    } finally {
      threads.shutdownNow();
    }
  }
}
