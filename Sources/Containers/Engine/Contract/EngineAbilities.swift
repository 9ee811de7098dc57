/// What a driver can do beyond the common core; asked when planning, said when lacking.
package struct EngineAbilities: Sendable, Hashable {
  package var privileged: Bool
  package var devices: Bool
  package var isolatedNetwork: Bool

  package init(privileged: Bool, devices: Bool, isolatedNetwork: Bool) {
    self.privileged = privileged
    self.devices = devices
    self.isolatedNetwork = isolatedNetwork
  }
}
