import CLinux

/// A set of capabilities as the kernel's mask.
package struct CapabilitySet: Sendable, Hashable {
  package var mask: UInt64

  package init(mask: UInt64) { self.mask = mask }

  init(_ capabilities: [Capability]) { mask = capabilities.reduce(0) { $0 | 1 << UInt64($1.number) } }

  package func contains(_ capability: Capability) -> Bool { mask >> UInt64(capability.number) & 1 == 1 }

  /// In the order of their numbers.
  package var capabilities: [Capability] { (0..<64).map(Capability.init(number:)).filter(contains) }

  package func intersection(_ other: CapabilitySet) -> CapabilitySet {
    CapabilitySet(mask: mask & other.mask)
  }

  /// What a container has unless its options say otherwise; the same as docker gives, so that a step which
  /// works here works there.
  package static let usual = CapabilitySet(
    [
      "CHOWN", "DAC_OVERRIDE", "FSETID", "FOWNER", "MKNOD", "NET_RAW", "SETGID", "SETUID", "SETFCAP",
      "SETPCAP",
      "NET_BIND_SERVICE", "SYS_CHROOT", "KILL", "AUDIT_WRITE",
    ].compactMap(Capability.init(_:)))

  /// What this process and its children could ever hold.
  package static var ownBounding: CapabilitySet { CapabilitySet(mask: clinux_bounding_capabilities()) }

  /// What this process may do now.
  package static var ownEffective: CapabilitySet { CapabilitySet(mask: clinux_effective_capabilities()) }

  /// What a container of these options holds on a machine that can give `available`; docker's rules for
  /// `ALL`.
  package static func granted(to spec: ContainerSpec, available: CapabilitySet) throws(EngineError)
    -> CapabilitySet
  {
    if spec.privileged { return available }
    let added = try named(spec.capabilitiesAdded)
    let dropped = try named(spec.capabilitiesDropped)
    if let missing = added.named.capabilities.first(where: { !available.contains($0) }) {
      throw EngineError(
        .unavailable,
        "the capability `\(missing.name)` cannot be added: this process does not hold it itself",
        help: "run as root outside of a container, or take it out of `cap_add`")
    }
    let mask =
      if added.isAll {
        available.mask & ~dropped.named.mask
      } else if dropped.isAll {
        added.named.mask
      } else {
        usual.mask & ~dropped.named.mask | added.named.mask
      }
    return CapabilitySet(mask: mask).intersection(available)
  }

  private static func named(_ names: [String]) throws(EngineError) -> (isAll: Bool, named: CapabilitySet) {
    var isAll = false
    var found: [Capability] = []
    for name in names {
      if name.uppercased() == "ALL" || name.uppercased() == "CAP_ALL" {
        isAll = true
      } else if let capability = Capability(name) {
        found.append(capability)
      } else {
        throw EngineError(
          .invalid, "there is no capability `\(name)`", help: "`man 7 capabilities` lists them")
      }
    }
    return (isAll, CapabilitySet(found))
  }
}
