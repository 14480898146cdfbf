import { $api } from "../api/client";

/** How many Macs are enrolled, of all that the person may see; undefined until that is known. */
export function useEnrolled(): number | undefined {
  const { data } = $api.useQuery("get", "/hosts/summary/mdm", {});
  const counts = data?.mobile_device_management_enrollment_status;
  return counts && counts.enrolled_manual_hosts_count + counts.enrolled_automated_hosts_count;
}
