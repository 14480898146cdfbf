package io.pomona.store;

import io.pomona.testkit.StoreSet;
import io.pomona.testkit.contract.AbmDeviceStoreContract;
import io.pomona.testkit.contract.AbmSyncStoreContract;
import io.pomona.testkit.contract.AbmTokenStoreContract;
import io.pomona.testkit.contract.AccountStoreContract;
import io.pomona.testkit.contract.ActivityChainStoreContract;
import io.pomona.testkit.contract.ActivityStoreContract;
import io.pomona.testkit.contract.AddedHostStoreContract;
import io.pomona.testkit.contract.AgreementStoreContract;
import io.pomona.testkit.contract.ArrivalStoreContract;
import io.pomona.testkit.contract.AssignmentStoreContract;
import io.pomona.testkit.contract.BootstrapPackageStoreContract;
import io.pomona.testkit.contract.BootstrapTokenStoreContract;
import io.pomona.testkit.contract.BypassCodeStoreContract;
import io.pomona.testkit.contract.CertificateStoreContract;
import io.pomona.testkit.contract.CommandDisorderContract;
import io.pomona.testkit.contract.CommandExchangeContract;
import io.pomona.testkit.contract.CommandHistoryStoreContract;
import io.pomona.testkit.contract.CommandQueueStoreContract;
import io.pomona.testkit.contract.CommandTimelineStoreContract;
import io.pomona.testkit.contract.DeclarationStoreContract;
import io.pomona.testkit.contract.DeliveryStoreContract;
import io.pomona.testkit.contract.DeviceDockStoreContract;
import io.pomona.testkit.contract.DeviceLinkStoreContract;
import io.pomona.testkit.contract.DiskEncryptionStoreContract;
import io.pomona.testkit.contract.EncryptionReportStoreContract;
import io.pomona.testkit.contract.EndUserStoreContract;
import io.pomona.testkit.contract.EnrollmentStoreContract;
import io.pomona.testkit.contract.EnvelopeStoreContract;
import io.pomona.testkit.contract.EscrowCertificateStoreContract;
import io.pomona.testkit.contract.ExpiryStoreContract;
import io.pomona.testkit.contract.HostDeclarationStoreContract;
import io.pomona.testkit.contract.HostEncryptionStoreContract;
import io.pomona.testkit.contract.HostLockStoreContract;
import io.pomona.testkit.contract.HostProfileStoreContract;
import io.pomona.testkit.contract.HostStoreContract;
import io.pomona.testkit.contract.KeyMaterialStoreContract;
import io.pomona.testkit.contract.KeyRotationStoreContract;
import io.pomona.testkit.contract.LargeFileStoreContract;
import io.pomona.testkit.contract.MacSetupStoreContract;
import io.pomona.testkit.contract.MigrationStoreContract;
import io.pomona.testkit.contract.MinimumVersionStoreContract;
import io.pomona.testkit.contract.NudgeStoresContract;
import io.pomona.testkit.contract.OrganizationStoreContract;
import io.pomona.testkit.contract.OsUpdateStoreContract;
import io.pomona.testkit.contract.OutboxStoreContract;
import io.pomona.testkit.contract.ProfileProgressContract;
import io.pomona.testkit.contract.ProfileStoreContract;
import io.pomona.testkit.contract.PushCertificateStoreContract;
import io.pomona.testkit.contract.PushRequestStoreContract;
import io.pomona.testkit.contract.ReEnrollmentContract;
import io.pomona.testkit.contract.RecoveryKeyStoreContract;
import io.pomona.testkit.contract.RecoveryLockStoreContract;
import io.pomona.testkit.contract.RenewalStoreContract;
import io.pomona.testkit.contract.SessionStoreContract;
import io.pomona.testkit.contract.SetupAssistantStoreContract;
import io.pomona.testkit.contract.SetupSettingsStoreContract;
import io.pomona.testkit.contract.SetupTicketStoreContract;
import io.pomona.testkit.contract.SsoStoreContract;
import io.pomona.testkit.contract.StatusReportStoreContract;
import io.pomona.testkit.contract.TeamMovesContract;
import io.pomona.testkit.contract.TeamStoreContract;
import io.pomona.testkit.contract.UpdatePolicyStoreContract;
import io.pomona.testkit.contract.UserStoreContract;
import io.pomona.testkit.contract.WakeStoreContract;
import io.pomona.testkit.contract.WebhookStoreContract;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** Every contract, over the database that a suite around this one has opened. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
  AllContracts.AbmDeviceStore.class,
  AllContracts.AbmSyncStore.class,
  AllContracts.AbmTokenStore.class,
  AllContracts.ActivityChainStore.class,
  AllContracts.AccountStore.class,
  AllContracts.ActivityStore.class,
  AllContracts.Assignments.class,
  AllContracts.SetupAssistants.class,
  AllContracts.ArrivalStore.class,
  AllContracts.AddedHostStore.class,
  AllContracts.DeviceDockStore.class,
  AllContracts.DeviceLinkStore.class,
  AllContracts.EndUserStore.class,
  AllContracts.MinimumVersionStore.class,
  AllContracts.DiskEncryption.class,
  AllContracts.EscrowCertificates.class,
  AllContracts.HostEncryptions.class,
  AllContracts.EncryptionReports.class,
  AllContracts.SetupTicketStore.class,
  AllContracts.BootstrapTokenStore.class,
  AllContracts.CertificateStore.class,
  AllContracts.CommandDisorder.class,
  AllContracts.CommandExchange.class,
  AllContracts.CommandHistoryStore.class,
  AllContracts.CommandQueueStore.class,
  AllContracts.CommandTimelineStore.class,
  AllContracts.EnrollmentStore.class,
  AllContracts.HostProfileStore.class,
  AllContracts.HostStore.class,
  AllContracts.KeyMaterialStore.class,
  AllContracts.KeyRotations.class,
  AllContracts.RecoveryKeys.class,
  AllContracts.Envelopes.class,
  AllContracts.DeliveryStore.class,
  AllContracts.WebhookStore.class,
  AllContracts.ExpiryStore.class,
  AllContracts.OrganizationStore.class,
  AllContracts.Migrations.class,
  AllContracts.OsUpdateStore.class,
  AllContracts.OutboxStore.class,
  AllContracts.ProfileProgress.class,
  AllContracts.ProfileStore.class,
  AllContracts.PushCertificateStore.class,
  AllContracts.PushRequestStore.class,
  AllContracts.ReEnrollment.class,
  AllContracts.RenewalStore.class,
  AllContracts.SessionStore.class,
  AllContracts.HostLockStore.class,
  AllContracts.RecoveryLockStore.class,
  AllContracts.BypassCodeStore.class,
  AllContracts.MacSetupStore.class,
  AllContracts.AgreementStore.class,
  AllContracts.BootstrapPackageStore.class,
  AllContracts.LargeFileStore.class,
  AllContracts.SetupSettingsStore.class,
  AllContracts.SsoStore.class,
  AllContracts.TeamMoves.class,
  AllContracts.TeamStore.class,
  AllContracts.UserStore.class,
  AllContracts.WakeStore.class,
  AllContracts.UpdatePolicyStore.class,
  AllContracts.NudgeStores.class,
  AllContracts.DeclarationStore.class,
  AllContracts.HostDeclarationStore.class,
  AllContracts.StatusReportStore.class
})
public class AllContracts {
  private static TestDatabase database;

  static void over(TestDatabase opened) {
    database = opened;
  }

  private static StoreSet emptied() {
    database.empty();
    return new AssembledStores(database.assembly());
  }

  public static class AbmDeviceStore extends AbmDeviceStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class AbmSyncStore extends AbmSyncStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class AbmTokenStore extends AbmTokenStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class ActivityChainStore extends ActivityChainStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class AccountStore extends AccountStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class ActivityStore extends ActivityStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class ArrivalStore extends ArrivalStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class AddedHostStore extends AddedHostStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class DeviceDockStore extends DeviceDockStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class DeviceLinkStore extends DeviceLinkStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class EndUserStore extends EndUserStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class DiskEncryption extends DiskEncryptionStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class EscrowCertificates extends EscrowCertificateStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class HostEncryptions extends HostEncryptionStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class EncryptionReports extends EncryptionReportStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class MinimumVersionStore extends MinimumVersionStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class SetupTicketStore extends SetupTicketStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class BootstrapTokenStore extends BootstrapTokenStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class CertificateStore extends CertificateStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class CommandDisorder extends CommandDisorderContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class CommandExchange extends CommandExchangeContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class CommandHistoryStore extends CommandHistoryStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class CommandQueueStore extends CommandQueueStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class CommandTimelineStore extends CommandTimelineStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class EnrollmentStore extends EnrollmentStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class HostProfileStore extends HostProfileStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class HostStore extends HostStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class KeyMaterialStore extends KeyMaterialStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class DeliveryStore extends DeliveryStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class WebhookStore extends WebhookStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class ExpiryStore extends ExpiryStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class OrganizationStore extends OrganizationStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class Migrations extends MigrationStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class OsUpdateStore extends OsUpdateStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class OutboxStore extends OutboxStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class ProfileProgress extends ProfileProgressContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class ProfileStore extends ProfileStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class PushCertificateStore extends PushCertificateStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class PushRequestStore extends PushRequestStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class ReEnrollment extends ReEnrollmentContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class RenewalStore extends RenewalStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class SessionStore extends SessionStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class SsoStore extends SsoStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class TeamMoves extends TeamMovesContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class TeamStore extends TeamStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class UserStore extends UserStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class WakeStore extends WakeStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class SetupSettingsStore extends SetupSettingsStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class Assignments extends AssignmentStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class LargeFileStore extends LargeFileStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class SetupAssistants extends SetupAssistantStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class BootstrapPackageStore extends BootstrapPackageStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class AgreementStore extends AgreementStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class MacSetupStore extends MacSetupStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class HostLockStore extends HostLockStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class KeyRotations extends KeyRotationStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class RecoveryLockStore extends RecoveryLockStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class BypassCodeStore extends BypassCodeStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class RecoveryKeys extends RecoveryKeyStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class Envelopes extends EnvelopeStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class UpdatePolicyStore extends UpdatePolicyStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class NudgeStores extends NudgeStoresContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class DeclarationStore extends DeclarationStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class HostDeclarationStore extends HostDeclarationStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }

  public static class StatusReportStore extends StatusReportStoreContract {
    @Override
    protected StoreSet stores() {
      return emptied();
    }
  }
}
