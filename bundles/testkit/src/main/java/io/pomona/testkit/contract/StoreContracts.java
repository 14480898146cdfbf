package io.pomona.testkit.contract;

import io.pomona.testkit.StoreSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.runner.Runner;
import org.junit.runners.BlockJUnit4ClassRunner;
import org.junit.runners.Suite;
import org.junit.runners.model.InitializationError;

/** Runs every contract over the stores that the test class makes, which is a {@link Source}. */
public final class StoreContracts extends Suite {
  /** Has a constructor without arguments. */
  public interface Source {
    /** A store set over an empty world; called once per test. */
    StoreSet stores();
  }

  static final List<Class<? extends StoreContract>> ALL =
      List.of(
          AbmDeviceStoreContract.class,
          AbmSyncStoreContract.class,
          AbmTokenStoreContract.class,
          AccountStoreContract.class,
          ActivityChainStoreContract.class,
          ActivityStoreContract.class,
          AddedHostStoreContract.class,
          AgreementStoreContract.class,
          ArrivalStoreContract.class,
          AssignmentStoreContract.class,
          BootstrapPackageStoreContract.class,
          BootstrapTokenStoreContract.class,
          BypassCodeStoreContract.class,
          CertificateStoreContract.class,
          CommandDisorderContract.class,
          CommandExchangeContract.class,
          CommandHistoryStoreContract.class,
          CommandQueueStoreContract.class,
          CommandTimelineStoreContract.class,
          DeclarationStoreContract.class,
          DeliveryStoreContract.class,
          DeviceDockStoreContract.class,
          DeviceLinkStoreContract.class,
          DiskEncryptionStoreContract.class,
          EncryptionReportStoreContract.class,
          EndUserStoreContract.class,
          EnrollmentStoreContract.class,
          EnvelopeStoreContract.class,
          EscrowCertificateStoreContract.class,
          ExpiryStoreContract.class,
          HostDeclarationStoreContract.class,
          HostEncryptionStoreContract.class,
          HostLockStoreContract.class,
          HostProfileStoreContract.class,
          HostStoreContract.class,
          KeyMaterialStoreContract.class,
          KeyRotationStoreContract.class,
          LargeFileStoreContract.class,
          MacSetupStoreContract.class,
          MigrationStoreContract.class,
          MinimumVersionStoreContract.class,
          NudgeStoresContract.class,
          OrganizationStoreContract.class,
          OsUpdateStoreContract.class,
          OutboxStoreContract.class,
          ProfileProgressContract.class,
          ProfileStoreContract.class,
          PushCertificateStoreContract.class,
          PushRequestStoreContract.class,
          ReEnrollmentContract.class,
          RecoveryKeyStoreContract.class,
          RecoveryLockStoreContract.class,
          RenewalStoreContract.class,
          SessionStoreContract.class,
          SetupAssistantStoreContract.class,
          SetupSettingsStoreContract.class,
          SetupTicketStoreContract.class,
          SsoStoreContract.class,
          StatusReportStoreContract.class,
          TeamMovesContract.class,
          TeamStoreContract.class,
          UpdatePolicyStoreContract.class,
          UserStoreContract.class,
          WakeStoreContract.class,
          WebhookStoreContract.class);

  public StoreContracts(Class<? extends Source> over)
      throws ReflectiveOperationException, InitializationError {
    super(over, contracts(over.getDeclaredConstructor().newInstance()));
  }

  private static List<Runner> contracts(Source source) throws InitializationError {
    List<Runner> contracts = new ArrayList<>();
    for (Class<? extends StoreContract> contract : ALL) {
      contracts.add(new Contract(contract, source));
    }
    return contracts;
  }

  private static final class Contract extends BlockJUnit4ClassRunner {
    private final Source source;

    Contract(Class<? extends StoreContract> contract, Source source) throws InitializationError {
      super(contract);
      this.source = source;
    }

    @Override
    protected Object createTest() throws Exception {
      StoreContract test = (StoreContract) super.createTest();
      test.stores = source.stores();
      return test;
    }
  }
}
